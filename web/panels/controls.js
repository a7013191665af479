// @ts-check
/**
 * The buttons that drive training, how fast it goes, and which of them can be pressed in which state.
 *
 * @typedef {import("./sentence.js").State} State
 * @typedef {number | "bit"} StepSize  iterations, or one column of a sum
 * @typedef {number | "bit" | null} Speed  iterations a second, or bit by bit; null: full
 */

import { byId } from "../dom.js";

/** @type {Record<State | "eager", string[]>} */
const ENABLED = {
  loading: ["train"],
  eager: ["pause"], // training begins when Python is ready
  ready: ["train", "step", "reset"],
  running: ["pause", "step", "reset"], // a step more while stepping; while training, the last
  paused: ["train", "step", "reset"],
  finished: ["train", "step", "reset"],
  failed: [],
};

/**
 * @param {Object} actions  Reset is the submit button of the settings form
 * @param {() => void} actions.train
 * @param {() => void} actions.pause
 * @param {(size: StepSize) => void} actions.step
 * @param {(speed: Speed) => void} actions.pace  called at every change
 */
export function controls({ train, pause, step, pace }) {
  const buttons = ["train", "pause", "step", "reset"].map((id) => byId(id, HTMLButtonElement));
  const [trainButton, pauseButton, stepButton] = buttons;
  const size = byId("step-size", HTMLSelectElement);
  const speed = byId("pace", HTMLSelectElement);
  for (const button of [trainButton, pauseButton]) {
    // each hands the focus to the other: an Enter that is held would press both in turn
    button.addEventListener("keydown", (event) => event.repeat && event.preventDefault());
  }
  trainButton.addEventListener("click", train);
  pauseButton.addEventListener("click", pause);
  stepButton.addEventListener("click", () => step(size.value === "bit" ? "bit" : +size.value));
  speed.addEventListener("change", () => pace(speedNow()));

  /** @returns {Speed} */
  function speedNow() {
    if (speed.value === "bit") return "bit";
    return speed.value === "full" ? null : Number(speed.value);
  }

  /** @param {State | "eager"} state */
  function show(state) {
    const focused = document.activeElement;
    for (const button of buttons) button.disabled = !ENABLED[state].includes(button.id);
    // A disabled button loses the keyboard's focus: hand it to the one that takes its place.
    if (focused === trainButton && trainButton.disabled) pauseButton.focus();
    if (focused === pauseButton && pauseButton.disabled) trainButton.focus();
  }

  return { show, speedNow };
}
