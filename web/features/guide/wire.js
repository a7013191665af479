// @ts-check
/** The guide follows the state of the run and what was measured. */

import { say } from "../../drawing/dom.js";
import { guideFor } from "./guide.js";
import { measuredByNow } from "../../state/page-state.js";
import { changeOf } from "../../state/sum-in-sight.js";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ state: shared, actions, root }) {
  const words = root.find("guide", HTMLElement);
  const show = () => say(words, guideFor(standingOf(shared)));
  const { measured, changed, state, origin, change } = shared;
  for (const store of [measured, changed, state, origin, change]) store.follow(show);
  wireHurry(shared, actions, root.find("hurry", HTMLButtonElement));
  wireUndo(shared, actions, root.find("guide-undo", HTMLButtonElement));
  shared.frame.follow(() => state.value !== "running" && show()); // else it waits for a measurement
}

/**
 * A changed network is one press away from the true one.
 * @param {import("../../state/page-state.js").Shared} shared
 * @param {import("../../state/actions.js").Actions} actions
 * @param {HTMLButtonElement} button
 */
function wireUndo({ change, attention }, actions, button) {
  button.addEventListener("click", actions.undo);
  change.follow(({ kind }) => {
    const isFocused = document.activeElement === button;
    button.hidden = kind === "none";
    document.documentElement.toggleAttribute("data-changed", !button.hidden);
    if (button.hidden && isFocused) attention.get("train")?.();
  });
}

/**
 * While it trains at the pace for watching, full speed is one press away.
 * @param {import("../../state/page-state.js").Shared} shared
 * @param {import("../../state/actions.js").Actions} actions
 * @param {HTMLButtonElement} button
 */
function wireHurry({ state, speed, attention }, actions, button) {
  const show = () => {
    const isFocused = document.activeElement === button;
    button.hidden = state.value !== "running" || speed.value !== "watch";
    if (button.hidden && isFocused) attention.get("train")?.();
  };
  button.addEventListener("click", () => actions.setPace(null));
  state.follow(show);
  speed.follow(show);
}

/**
 * @param {import("../../state/page-state.js").Shared} shared
 * @returns {import("./guide.js").Standing}
 */
function standingOf(shared) {
  const { iteration = 0 } = shared.frame.value ?? {};
  const { batch = 1, iterations = 0 } = shared.run.value ?? {};
  return {
    state: shared.state.value,
    iteration,
    watched: shared.speed.value === "watch",
    newest: measuredByNow(shared),
    saved: shared.origin.value.kind !== "settings",
    batch,
    more: iterations,
    change: changeOf(shared.change.value),
    changed: shared.changed.value,
  };
}
