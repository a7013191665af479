// @ts-check
/** The buttons, and how fast training goes: the worker's own pace, or bit by bit. */

import { byId } from "../dom.js";
import { controls } from "../panels/controls.js";
import { Store } from "../store.js";

/**
 * @param {import("../line.js").Line} line
 * @param {import("../shared.js").Shared} shared
 * @param {import("../slow-motion.js").SlowMotion} slow
 * @param {ReturnType<typeof import("./renewal.js").wireRenewal>} renew
 * @returns {Store<boolean>}  true: Train was pressed before Python was ready, and is remembered
 */
export function wireDriving(line, shared, slow, renew) {
  const working = () => shared.frame.value?.state === "running";
  const eager = new Store(false);
  const { show, speedNow } = controls({
    train() {
      if (shared.state.value === "loading") eager.set(true);
      else renew(train);
    },
    pause() {
      eager.set(false);
      slow.pause();
      line.send({ type: "pause" });
    },
    step: (size) => renew(() => step(size)),
    pace: (speed) => change(speed),
  });

  function train() {
    if (speedNow() === "bit") return slow.play();
    slow.drop();
    line.send({ type: "train" });
  }

  /** @param {import("../panels/controls.js").StepSize} size */
  function step(size) {
    if (size === "bit") {
      if (working()) line.send({ type: "pause" });
      slow.step();
    } else {
      slow.drop();
      line.send({ type: "step", count: size });
    }
  }

  /** Change speed, also in the midst of training. @param {import("../panels/controls.js").Speed} speed */
  function change(speed) {
    const running = shared.state.value === "running";
    line.send({ type: "pace", speed: speed === "bit" ? null : speed });
    if (!running) return;
    if (speed !== "bit" && !shared.slowly.value) return; // the worker goes on at its new pace
    if (speed === "bit") {
      line.send({ type: "pause" });
      slow.play();
    } else train();
  }

  line.on("ready", () => change(speedNow())); // a browser may bring a choice of before back
  shared.state.follow((state) => {
    document.documentElement.dataset.state = state;
    show(state);
  });
  show("loading");
  wireEager(shared, eager, show);
  return eager;
}

/**
 * Train was pressed too early: it is pressed again when the run that the address asks for is there.
 * @param {import("../shared.js").Shared} shared
 * @param {Store<boolean>} eager
 * @param {(state: "loading" | "eager") => void} show
 */
function wireEager(shared, eager, show) {
  eager.follow((now) => shared.state.value === "loading" && show(now ? "eager" : "loading"));
  shared.state.follow((state) => {
    const { iteration = 0 } = shared.frame.value ?? {};
    const there = state !== "running" && iteration >= shared.goal.value;
    if (!eager.value || !there) return;
    eager.set(false);
    byId("train", HTMLButtonElement).click(); // disabled if Python did not start
  });
}
