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
  line.on("sum", (sum) => sum.id === asked && sums.show(sum));
  line.on("sum-refused", ({ id, messages }) => id === asked && sums.refuse(messages));
}
