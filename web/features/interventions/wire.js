// @ts-check
/** Interventions: what is asked answers for a changed network, until that is undone. */

import { say } from "../../drawing/dom.js";
import { LiveQuestion } from "../../runtime/live-question.js";
import { effectPicture } from "./effect.js";
import { effectOf } from "./words.js";
import { measuredByNow } from "../../state/page-state.js";
import { changeSentence } from "../../state/sum-in-sight.js";
import { wireLesions } from "./wire-units.js";
import { wireTransplant } from "./wire-transplant.js";

/**
 * @typedef {import("../../state/actions.js").Given} Given
 */

const EFFECT_EVERY = 1000; // milliseconds between two measurements of a changed network

/** @param {Given} given */
export function wire(given) {
  wireCut(given);
  wireEffect(given);
  wireLesions(given);
  wireTransplant(given);
}

/** @param {Given} given */
function wireCut({ line, state: shared, actions: { change, undo }, root }) {
  const button = root.find("cut-memory", HTMLButtonElement);
  const isCut = () => shared.change.value.kind === "no-memory";
  root.find("undo-here", HTMLButtonElement).addEventListener("click", undo);
  line.on("ready", () => (button.disabled = false));
  button.addEventListener("click", () => (isCut() ? undo() : change({ kind: "no-memory" })));
  shared.change.follow(() => say(button, isCut() ? "Give it back" : "Cut the memory"));
}

/**
 * How the network does that is asked: a changed one is measured at once, and again while training
 * goes on.
 * @param {Given} given
 */
function wireEffect({ line, state: shared, root }) {
  const picture = effectPicture(root);
  const [words, said] = ["change-effect", "effect-said"].map((id) => root.find(id, HTMLElement));
  const none = root.find("effect-none", HTMLElement); // of a network that is as it has learnt
  let told = false; // once for every change: it is measured many times
  const question = new LiveQuestion(line, "accuracy", EFFECT_EVERY, {
    answer: (accuracy) => shared.changed.set(accuracy),
  });
  const isChanged = () => shared.change.value.kind !== "none";
  const ask = () => isChanged() && question.ask({});
  const show = () => {
    const [learnt, changed] = [measuredByNow(shared), shared.changed.value];
    picture.update(learnt, isChanged() ? changed : learnt);
    const effect = changed && effectOf(changed, learnt, shared.change.value.kind);
    const what = changeSentence(shared.change.value);
    none.hidden = isChanged();
    say(words, isChanged() ? (effect ?? "All sums are being tried …") : "");
    if (told || !changed) return;
    told = true;
    say(said, `${what} ${effect}`);
  };
  shared.change.follow(() => {
    question.forget();
    told = false;
    shared.changed.set(null);
    say(said, isChanged() ? "" : "Nothing is missing any more.");
    show();
    ask();
  });
  shared.frame.follow(ask);
  for (const store of [shared.changed, shared.measured]) store.follow(show);
  show();
}
