// @ts-check
/** The buttons, and how fast training goes: the worker's own pace, or bit by bit. */

import { keepChoice, recallChoice } from "../../state/choices.js";
import { possible } from "../../state/possible.js";
import { isShown } from "../../state/shown-panels.js";
import { controls } from "./controls.js";
import { wireBoot } from "./wire-boot.js";
import { wireReadouts } from "./wire-readouts.js";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, state: shared, actions, root }) {
  wireBoot(line, root);
  wireReadouts(shared, root);
  const panel = controls(root, {
    train: () => actions.train(),
    pause: () => actions.pause(),
    step: () => actions.step(),
    size: (size) => shared.stepSize.set(size),
    pace: actions.setPace,
  });
  if (!isShown("grid")) forgetBits(root);
  shared.attention.set("train", panel.focus);
  const show = () => panel.show(possible(shared));

  recallSpeed(root.find("pace", HTMLSelectElement));
  line.on("ready", panel.tell);
  shared.speed.follow(panel.showSpeed);
  shared.state.follow((state) => {
    document.documentElement.dataset.state = state;
    show();
  });
  shared.eager.follow(show);
  show();
}

/** Without the grid, nothing would show a single bit. @param {import("../../drawing/root.js").Root} root */
function forgetBits(root) {
  for (const id of ["step-size", "pace"]) {
    root.find(id, HTMLSelectElement).querySelector("[value=bit]")?.remove();
  }
}

/** A visitor who has chosen how fast it is to go need not choose again. @param {HTMLSelectElement} speed */
function recallSpeed(speed) {
  const chosen = recallChoice("pace");
  if ([...speed.options].some(({ value }) => value === chosen)) speed.value = chosen ?? "";
  speed.addEventListener("change", () => keepChoice("pace", speed.value));
}
