// @ts-check
/** The sum that was asked, wherever it was chosen, with all its bits. */

import { atMost } from "../../drawing/throttle.js";
import { isShown } from "../../state/shown-panels.js";
import { changeSentence } from "../../state/sum-in-sight.js";
import { Adder } from "./adder.js";

const EVERY = 1000; // milliseconds

/** @param {import("../../state/actions.js").Given} given */
export function wire({ state, actions, root }) {
  const { asked, attention, change } = state;
  const sums = new Adder(root);
  const title = root.find("answer-title", HTMLElement);
  root.find("ask-another", HTMLButtonElement).addEventListener("click", () => {
    actions.enter("learning");
    attention.get("sum")?.();
  });
  change.follow((now) => {
    title.dataset.changed = changeSentence(now);
  });
  followTraining(state, actions);
  asked.follow((newest) => {
    if (!newest) return sums.clear();
    newest.answer.then(
      (sum) => asked.value === newest && sums.show(sum),
      () => asked.value === newest && sums.clear(), // an older answer would seem to be to this one
    );
  });
}

/**
 * While training goes on, the answer in sight is that of the network as it is by now.
 * @param {import("../../state/page-state.js").Shared} state
 * @param {import("../../state/actions.js").Actions} actions
 */
function followTraining({ frame, state, room }, actions) {
  const { view } = document.documentElement.dataset;
  const isInSight = () => (view ? isShown("adder") : room.value === "proof");
  const again = atMost(EVERY, () => isInSight() && actions.askAgain());
  frame.follow((now) => now && state.value === "running" && again());
}
