// @ts-check
/** Something is wrong with the network in training: say so, and offer the ways out. */

import { count } from "../../drawing/format.js";
import { warning } from "./warning.js";
import { textsOf } from "../../state/setting-text.js";

const LOWER = 10; // so many times lower is the learning rate that is offered

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, state: shared, actions, root }) {
  const told = warning(root, () => shared.attention.get("train")?.());

  /** @param {number} iteration */
  function goBack(iteration) {
    const best = shared.measurements.value?.bestBefore(iteration);
    const act = () => best && actions.rewind(best.iteration);
    return best ? [{ name: `Go back to iteration ${count(best.iteration)}`, act }] : [];
  }

  /** @param {import("../../runtime/messages.js").Settings} settings */
  function lower(settings) {
    const alpha = Number((settings.alpha / LOWER).toPrecision(2));
    const texts = textsOf({ ...settings, alpha });
    const act = () => actions.reset(texts);
    return [{ name: `Reset with learning rate ${alpha}`, act }];
  }

  /** @type {import("../../runtime/messages.js").Warning | null} */
  let waiting = null; // for the frame that brings what was measured before
  const clear = () => {
    waiting = null;
    told.clear();
  };
  line.on("warning", (event) => {
    waiting = event;
  });
  const tell = () => {
    const settings = shared.run.value;
    if (!waiting || !settings) return;
    const { iteration, finding, fatal, reason } = waiting;
    const back = fatal || finding === "saturated" ? goBack(iteration) : [];
    const ways = finding === "saturated" ? [...lower(settings), ...back] : back;
    told.show({ iteration: count(iteration), fatal, reason }, ways);
    waiting = null;
  };
  // when all have heard of the frame, for its measurements count
  shared.frame.follow((frame) => frame && waiting && queueMicrotask(tell));
  line.on("command-refused", ({ message }) => told.refuse(message));
  line.on("run", clear);
  line.on("rewound", clear);
}
