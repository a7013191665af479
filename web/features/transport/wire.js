// @ts-check
/** The buttons, and how fast training goes: the worker's own pace, or bit by bit. */

import { possible } from "../../state/possible.js";
import { controls } from "./controls.js";
import { wireBoot } from "./wire-boot.js";
import { wireReadouts } from "./wire-readouts.js";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, state: shared, actions }) {
  wireBoot(line);
  wireReadouts(shared);
  const panel = controls({
    train: () => actions.train(),
    pause: () => actions.pause(),
    step: () => actions.step(),
    size: (size) => shared.stepSize.set(size),
    pace: actions.setPace,
  });
  const show = () => panel.show(possible(shared));

  line.on("ready", panel.tell);
  shared.speed.follow(panel.showSpeed);
  shared.state.follow((state) => {
    document.documentElement.dataset.state = state;
    show();
  });
  shared.eager.follow(show);
  show();
}
