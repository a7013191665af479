// @ts-check
/**
 * What a visitor can do with the training. Whatever trains while the settings form says something
 * else begins the run that the form asks for; where that cannot be, the refusal stands beside its
 * field and nothing is trained.
 *
 * @typedef {import("../runtime/worker-line.js").Line} Line
 * @typedef {import("./page-state.js").Shared} Shared
 * @typedef {import("./page-state.js").Request} Request
 * @typedef {import("./slow-motion.js").SlowMotion} SlowMotion
 * @typedef {import("../features/settings/settings-form.js").Texts} Texts
 */

import { possible } from "./possible.js";
import { differ, isSameText } from "./setting-text.js";

/**
 * @param {Line} line
 * @param {Shared} shared
 * @param {SlowMotion} slow
 */
export function trainingActions(line, shared, slow) {
  const can = (/** @type {import("./possible.js").Deed} */ deed) => possible(shared).includes(deed);
  const { begin, inTheRunAsTyped } = beginning(line, shared);
  const { go, stepNow, setPace } = going(line, shared, slow);

  const actions = {
    /** Before Python is ready it is remembered, and done then. */
    async train() {
      if (!can("train")) return;
      if (shared.state.value === "loading") shared.eager.set(true);
      else await inTheRunAsTyped(go);
    },
    /** @returns {Promise<unknown>}  training rests: the frame that says so is in sight */
    pause() {
      shared.eager.set(false);
      slow.pause();
      line.send({ type: "pause" });
      return shared.frame.when((frame) => frame !== null && frame.state !== "running");
    },
    async step(size = shared.stepSize.value) {
      if (can("step")) await inTheRunAsTyped(() => stepNow(size));
    },
    setPace,
    /**
     * Begin a run.
     * @param {Texts} [texts]  its settings; left out: as they stand in the form
     * @returns {Promise<import("../runtime/messages.js").Run> | null}  null: nothing can be begun now
     */
    reset(texts) {
      if (texts) return begin(texts, "page").begun;
      return can("reset") && shared.typed.value ? begin(shared.typed.value, "visitor").begun : null;
    },
    /** Bring back an iteration where the run has been. @param {number} iteration */
    rewind: (iteration) => line.send({ type: "rewind", iteration }),
  };
  trainWhenReady(shared, actions.train);
  return { actions, begin };
}

/**
 * Runs with the settings that are asked for.
 * @param {Line} line
 * @param {Shared} shared
 */
function beginning(line, shared) {
  /** requests that have not been answered @type {WeakSet<Request>} */
  const underWay = new WeakSet();
  let waiting = {};

  /**
   * @param {Texts} texts
   * @param {Request["by"]} by
   * @returns {Request}
   */
  function begin(texts, by) {
    const request = { texts, by, ...line.begin({ type: "reset", texts }) };
    const answered = () => underWay.delete(request);
    underWay.add(request);
    request.begun.then(answered, answered);
    shared.request.set(request);
    return request;
  }

  /** The run that the form asks for: just asked for, as by Reset, or now. @param {Texts} texts */
  function asTyped(texts) {
    const newest = shared.request.value;
    const isThat = newest && underWay.has(newest) && isSameText(newest.texts, texts);
    return isThat ? newest : begin(texts, "training");
  }

  /** Do it in the run that the form asks for: of all that wait for it, the last. @param {() => void} act */
  async function inTheRunAsTyped(act) {
    const [texts, settings] = [shared.typed.value, shared.run.value];
    if (!texts || !settings || !differ(texts, settings)) return act();
    const request = asTyped(texts);
    const turn = {};
    waiting = turn;
    const isNewest = () => waiting === turn && shared.request.value === request;
    const there = await request.begun.then(isNewest, () => false); // a refusal is told by the form
    if (there && (await shared.frame.when((frame) => frame !== null)) && isNewest()) act();
  }

  return { begin, inTheRunAsTyped };
}

/**
 * The run that is there goes on, at the worker's pace or bit by bit.
 * @param {Line} line
 * @param {Shared} shared
 * @param {SlowMotion} slow
 */
function going(line, shared, slow) {
  function go() {
    if (shared.speed.value === "bit") return slow.play();
    slow.drop();
    line.send({ type: "train" });
  }

  /** @param {import("./page-state.js").StepSize} size */
  function stepNow(size) {
    if (size === "bit") {
      if (shared.frame.value?.state === "running") line.send({ type: "pause" });
      slow.step();
    } else {
      slow.drop();
      line.send({ type: "step", count: size });
    }
  }

  /** Change the speed, also in the midst of training. @param {import("./page-state.js").Speed} speed */
  function setPace(speed) {
    const slowly = speed === "bit";
    shared.speed.set(speed);
    line.send({ type: "pace", speed: slowly ? null : speed });
    // if its kind is the same, the worker goes on at its new pace
    if (shared.state.value !== "running" || slowly === shared.slowly.value) return;
    if (slowly) {
      line.send({ type: "pause" });
      slow.play();
    } else go();
  }

  return { go, stepNow, setPace };
}

/**
 * Train was pressed too early: it is done when the run that the address asks for is there.
 * @param {Shared} shared
 * @param {() => void} train
 */
function trainWhenReady({ state, frame, goal, eager }, train) {
  state.follow((now) => {
    const { iteration = 0 } = frame.value ?? {};
    if (!eager.value || now === "running" || iteration < goal.value) return;
    eager.set(false);
    train(); // nothing, if Python did not start
  });
}
