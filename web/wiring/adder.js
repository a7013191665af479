// @ts-check
/** Sums that the visitor asks. */

import { Adder } from "../panels/adder.js";

/** @param {import("../line.js").Line} line */
export function wireAdder(line) {
  let asked = 0; // number of the newest question; older answers are passed over

  const sums = new Adder((first, second) => {
    asked += 1;
    line.send({ type: "add", id: asked, first, second });
  });
  line.on("ready", () => sums.enable(true));
  line.on("failed", () => sums.enable(false));
  const brief = document.documentElement.dataset.view === "stage"; // it cannot scroll
  line.on("run", () => {
    asked += 1; // what was asked is of the network of before
    sums.clear();
  });
  line.on("sum", (sum) => sum.id === asked && sums.show(sum, brief));
  line.on("sum-refused", ({ id, messages }) => id === asked && sums.refuse(messages));
}
