// @ts-check
/** Sums that the visitor asks. */

import { Adder } from "../panels/adder.js";

/**
 * @typedef {import("../line.js").Refusal} Refusal
 * @param {import("../line.js").Line} line
 */
export function wireAdder(line) {
  const brief = document.documentElement.dataset.view === "stage"; // it cannot scroll
  let forget = () => {}; // the newest question: older answers are passed over

  const sums = new Adder((first, second) => {
    forget();
    const asked = line.ask({ about: "add", first, second });
    forget = asked.cancel;
    asked.answer.then(
      (sum) => sums.show(sum, brief),
      (/** @type {Refusal} */ refusal) => sums.refuse(refusal.by("first")),
    );
  });
  line.on("ready", () => sums.enable(true));
  line.on("failed", () => sums.enable(false));
  line.on("run", () => {
    forget(); // it is about the network of before
    sums.clear();
  });
}
