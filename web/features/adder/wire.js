// @ts-check
/** The sum that was asked, wherever it was chosen, with all its bits. */

import { changeSentence } from "../../state/sum-in-sight.js";
import { Adder } from "./adder.js";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ state: { asked, attention, change }, actions, root }) {
  const brief = document.documentElement.dataset.view === "stage"; // it cannot scroll
  const sums = new Adder(root);
  const title = root.find("answer-title", HTMLElement);
  root.find("ask-another", HTMLButtonElement).addEventListener("click", () => {
    actions.enter("learning");
    attention.get("sum")?.();
  });
  change.follow((now) => {
    title.dataset.changed = changeSentence(now);
  });
  asked.follow((newest) => {
    if (!newest) return sums.clear();
    newest.answer.then(
      (sum) => asked.value === newest && sums.show(sum, brief),
      () => asked.value === newest && sums.clear(), // an older answer would seem to be to this one
    );
  });
}
