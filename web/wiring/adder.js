// @ts-check
/** Sums that the network is asked, typed here or chosen elsewhere. */

import { Adder } from "../panels/adder.js";

/**
 * @param {import("../line.js").Line} line
 * @param {import("../shared.js").Shared} shared
 * @param {import("../actions.js").Actions} actions
 */
export function wireAdder(line, { asked }, actions) {
  const brief = document.documentElement.dataset.view === "stage"; // it cannot scroll
  const sums = new Adder(actions.ask);
  line.on("ready", () => sums.enable(true));
  line.on("failed", () => sums.enable(false));
  asked.follow((newest, before) => {
    if (!newest) return sums.clear();
    if (newest.summands !== before?.summands) sums.fill(newest.summands);
    newest.answer.then(
      (sum) => asked.value === newest && sums.show(sum, brief),
      (/** @type {import("../line.js").Refusal} */ refusal) => {
        if (asked.value === newest) sums.refuse(refusal);
      },
    );
  });
}
