// @ts-check
/** The buttons, and how fast training goes: the worker's own pace, or bit by bit. */

import { controls } from "../panels/controls.js";

/**
 * @param {import("../line.js").Line} line
 * @param {import("../shared.js").Shared} shared
 * @param {import("../slow-motion.js").SlowMotion} slow
 */
export function wireDriving(line, shared, slow) {
  const working = () => shared.frame.value?.state === "running";
  const { show, speedNow } = controls({
    train() {
      if (speedNow() === "bit") return slow.play();
      slow.drop();
      line.send({ type: "train" });
    },
    pause() {
      slow.pause();
      line.send({ type: "pause" });
    },
    step(size) {
      if (size === "bit") {
        if (working()) line.send({ type: "pause" });
        slow.step();
      } else {
        slow.drop();
        line.send({ type: "step", count: size });
      }
    },
    pace: (speed) => change(speed),
  });

  /** Change speed, also in the midst of training. @param {import("../panels/controls.js").Speed} speed */
  function change(speed) {
    const running = shared.state.value === "running";
    line.send({ type: "pace", per_second: speed === "bit" ? null : speed });
    if (!running) return;
    if (speed !== "bit" && !shared.slowly.value) return; // the worker goes on at its new pace
    if (speed === "bit") {
      line.send({ type: "pause" });
      slow.play();
    } else {
      slow.drop();
      line.send({ type: "train" });
    }
  }

  line.on("ready", () => change(speedNow())); // a browser may bring a choice of before back
  shared.state.follow((state) => {
    document.documentElement.dataset.state = state;
    show(state);
  });
}
