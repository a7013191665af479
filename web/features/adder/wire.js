// @ts-check
/** Sums that the network is asked, typed here or chosen elsewhere. */

import { changeSentence } from "../../state/sum-in-sight.js";
import { Adder } from "./adder.js";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, state: { asked, attention, change }, actions, root }) {
  const brief = document.documentElement.dataset.view === "stage"; // it cannot scroll
  const sums = new Adder(root, actions.ask);
  const title = root.find("adder-title", HTMLElement);
  attention.set("sum", () => sums.select());
  line.on("ready", () => sums.enable(true));
  line.on("failed", () => sums.enable(false));
  change.follow((now) => {
    title.dataset.changed = changeSentence(now);
  });
  asked.follow((newest, before) => {
    if (!newest) return sums.clear();
    if (newest.summands !== before?.summands) sums.fill(newest.summands);
    newest.answer.then(
      (sum) => asked.value === newest && sums.show(sum, brief),
      (/** @type {import("../../runtime/worker-line.js").Refusal} */ refusal) => {
        if (asked.value === newest) sums.refuse(refusal);
      },
    );
  });
}
