// @ts-check
/** The buttons, and how fast training goes: the worker's own pace, or bit by bit. */

import { controls } from "../panels/controls.js";
import { possible } from "../possible.js";

/**
 * @param {import("../line.js").Line} line
 * @param {import("../shared.js").Shared} shared
 * @param {import("../actions.js").Actions} actions
 */
export function wireDriving(line, shared, actions) {
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
