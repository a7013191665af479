// @ts-check
/** Interventions: what is asked answers for a changed network, until that is undone. */

import { byId, say } from "../dom.js";
import { LiveQuestion } from "../live-question.js";
import { effectOf, nameOf } from "../panels/surgery.js";
import { measuredByNow } from "../shared.js";
import { wireLesions } from "./lesions.js";
import { wireTransplant } from "./transplant.js";

/**
 * @typedef {import("../line.js").Line} Line
 * @typedef {import("../shared.js").Shared} Shared
 * @typedef {import("../actions.js").Actions} Actions
 */

const EFFECT_EVERY = 1000; // milliseconds between two measurements of a changed network

/**
 * @param {Line} line
 * @param {Shared} shared
 * @param {Actions} actions
 */
export function wireSurgery(line, shared, actions) {
  wireBanner(shared, actions);
  wireCut(line, shared, actions);
  wireEffect(line, shared);
  wireLesions(line, shared, actions);
  wireTransplant(line, shared, actions);
}

/**
 * @param {Shared} shared
 * @param {Actions} actions
 */
function wireBanner(shared, { undo }) {
  const banner = byId("changed-banner", HTMLElement);
  const title = byId("adder-title", HTMLElement);
  byId("undo-change", HTMLButtonElement).addEventListener("click", undo);
  shared.change.follow((change) => {
    banner.hidden = change.kind === "none";
    document.documentElement.toggleAttribute("data-changed", !banner.hidden);
    title.dataset.changed = nameOf(change);
    say(byId("changed-words", HTMLElement), nameOf(change));
  });
}

/**
 * @param {Line} line
 * @param {Shared} shared
 * @param {Actions} actions
 */
function wireCut(line, shared, { change, undo }) {
  const button = byId("cut-memory", HTMLButtonElement);
  const isCut = () => shared.change.value.kind === "no-memory";
  line.on("ready", () => (button.disabled = false));
  button.addEventListener("click", () => (isCut() ? undo() : change({ kind: "no-memory" })));
  shared.change.follow(() => say(button, isCut() ? "Give it back" : "Cut the memory"));
}

/**
 * How the changed network does: measured at once, and again while training goes on.
 * @param {Line} line
 * @param {Shared} shared
 */
function wireEffect(line, shared) {
  const effects = {
    "no-memory": byId("cut-effect", HTMLElement),
    silence: byId("silence-effect", HTMLElement),
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
