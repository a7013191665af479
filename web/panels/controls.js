// @ts-check
/**
 * The buttons that drive training, and how fast it goes.
 *
 * @typedef {import("../shared.js").StepSize} StepSize
 * @typedef {import("../shared.js").Speed} Speed
 */

import { byId } from "../dom.js";

/**
 * @param {Object} actions  Reset is the submit button of the settings form
 * @param {() => void} actions.train
 * @param {() => void} actions.pause
 * @param {() => void} actions.step
 * @param {(size: StepSize) => void} actions.size  called at every change
 * @param {(speed: Speed) => void} actions.pace  called at every change
 */
export function controls(actions) {
  const buttons = ["train", "pause", "step", "reset"].map((id) => byId(id, HTMLButtonElement));
  const [trainButton, pauseButton, stepButton] = buttons;
  const size = byId("step-size", HTMLSelectElement);
  const speed = byId("pace", HTMLSelectElement);
  for (const button of [trainButton, pauseButton]) {
    // each hands the focus to the other: an Enter that is held would press both in turn
    button.addEventListener("keydown", (event) => event.repeat && event.preventDefault());
  }
  trainButton.addEventListener("click", actions.train);
  pauseButton.addEventListener("click", actions.pause);
  stepButton.addEventListener("click", actions.step);
  size.addEventListener("change", tellSize);
  speed.addEventListener("change", tellSpeed);

  function tellSize() {
    actions.size(size.value === "bit" ? "bit" : Number(size.value));
  }

  function tellSpeed() {
    if (speed.value === "bit") actions.pace("bit");
    else actions.pace(speed.value === "full" ? null : Number(speed.value));
  }

  /** @param {string[]} possible  which of them can be pressed */
  function show(possible) {
    const focused = document.activeElement;
    for (const button of buttons) button.disabled = !possible.includes(button.id);
    // A disabled button loses the keyboard's focus: hand it to the one that takes its place.
    if (focused === trainButton && trainButton.disabled) pauseButton.focus();
    if (focused === pauseButton && pauseButton.disabled) trainButton.focus();
  }

  return {
    show,
    /** Say what is chosen: a browser may have brought back a choice of before. */
    tell() {
      tellSize();
      tellSpeed();
    },
    /** @param {Speed} chosen  elsewhere */
    showSpeed(chosen) {
      speed.value = String(chosen ?? "full");
    },
  };
}
