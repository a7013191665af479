// @ts-check
/** Interventions: what is asked answers for a changed network, until that is undone. */

import { say } from "../../drawing/dom.js";
import { LiveQuestion } from "../../runtime/live-question.js";
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
  wireBanner(given);
  wireCut(given);
  wireEffect(given);
  wireLesions(given);
  wireTransplant(given);
}

/** @param {Given} given */
function wireBanner({ state: shared, actions: { undo }, root }) {
  const banner = root.find("changed-banner", HTMLElement);
  root.find("undo-change", HTMLButtonElement).addEventListener("click", undo);
  shared.change.follow((change) => {
    banner.hidden = change.kind === "none";
    document.documentElement.toggleAttribute("data-changed", !banner.hidden);
    say(root.find("changed-words", HTMLElement), changeSentence(change));
  });
}

/** @param {Given} given */
function wireCut({ line, state: shared, actions: { change, undo }, root }) {
  const button = root.find("cut-memory", HTMLButtonElement);
  const isCut = () => shared.change.value.kind === "no-memory";
  line.on("ready", () => (button.disabled = false));
  button.addEventListener("click", () => (isCut() ? undo() : change({ kind: "no-memory" })));
  shared.change.follow(() => say(button, isCut() ? "Give it back" : "Cut the memory"));
}

/**
 * How the changed network does: measured at once, and again while training goes on.
 * @param {Given} given
 */
function wireEffect({ line, state: shared, root }) {
  const effects = {
    "no-memory": root.find("cut-effect", HTMLElement),
    silence: root.find("silence-effect", HTMLElement),
  };
  const question = new LiveQuestion(line, "accuracy", EFFECT_EVERY, {
    answer: (accuracy) => shared.changed.set(accuracy),
  });
  const ask = () => shared.change.value.kind !== "none" && question.ask({});
  shared.change.follow(() => {
    question.forget();
    shared.changed.set(null);
    ask();
  });
  shared.frame.follow(ask);
  shared.changed.follow((accuracy) => {
    const { kind } = shared.change.value;
    for (const [name, element] of Object.entries(effects)) {
      say(element, accuracy && name === kind ? effectOf(accuracy, measuredByNow(shared)) : "");
    }
  });
}
