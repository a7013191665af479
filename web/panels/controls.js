// @ts-check
/**
 * The buttons that drive training, and which of them can be pressed in which state.
 *
 * @typedef {import("./sentence.js").State} State
 */

import { byId } from "../dom.js";

/** @type {Record<State, string[]>} */
const ENABLED = {
  loading: [],
  ready: ["train", "step", "reset"],
  running: ["pause", "step", "reset"], // a step more while stepping; while training, the last
  paused: ["train", "step", "reset"],
  finished: ["train", "step", "reset"],
  failed: [],
};

/**
 * @param {{train: () => void, pause: () => void, step: (count: number) => void}} actions
 *   Reset is the submit button of the settings form
 */
export function controls({ train, pause, step }) {
  const buttons = ["train", "pause", "step", "reset"].map((id) => byId(id, HTMLButtonElement));
  const [trainButton, pauseButton, stepButton] = buttons;
  const size = byId("step-size", HTMLSelectElement);
  trainButton.addEventListener("click", train);
  pauseButton.addEventListener("click", pause);
  stepButton.addEventListener("click", () => step(Number(size.value)));

  /** @param {State} state */
  function show(state) {
    const focused = document.activeElement;
    for (const button of buttons) button.disabled = !ENABLED[state].includes(button.id);
    // A disabled button loses the keyboard's focus: hand it to the one that takes its place.
    if (focused === trainButton && trainButton.disabled) pauseButton.focus();
    if (focused === pauseButton && pauseButton.disabled) trainButton.focus();
  }

  return { show };
}
