// @ts-check
/**
 * The buttons that drive training, and how fast it goes.
 *
 * @typedef {import("../../state/page-state.js").StepSize} StepSize
 * @typedef {import("../../state/page-state.js").Speed} Speed
 */

/** @type {Record<string, Speed>} what is no number of iterations a second */
const SPEEDS = { bit: "bit", watch: "watch", full: null };

/**
 * @param {import("../../drawing/root.js").Root} root
 * @param {Object} actions  Reset is the submit button of the settings form
 * @param {() => void} actions.train
 * @param {() => void} actions.pause
 * @param {() => void} actions.step
 * @param {(size: StepSize) => void} actions.size  called at every change
 * @param {(speed: Speed) => void} actions.pace  called at every change
 */
export function controls(root, actions) {
  const buttons = ["train", "pause", "step", "reset"].map((id) => root.find(id, HTMLButtonElement));
  const [trainButton, pauseButton, stepButton] = buttons;
  const size = root.find("step-size", HTMLSelectElement);
  const speed = root.find("pace", HTMLSelectElement);
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
    actions.pace(speed.value in SPEEDS ? SPEEDS[speed.value] : Number(speed.value));
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
    focus: () => (trainButton.disabled ? pauseButton : trainButton).focus(),
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
