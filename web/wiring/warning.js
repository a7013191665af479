// @ts-check
/** Something is wrong with the network in training: say so, and offer the ways out. */

import { count } from "../format.js";
import { warning } from "../panels/warning.js";
import { textsOf } from "../setting-text.js";

const LOWER = 10; // so many times lower is the learning rate that is offered

/**
 * @param {import("../line.js").Line} line
 * @param {import("../shared.js").Shared} shared
 * @param {import("../actions.js").Actions} actions
 * @param {import("../panels/trace-measurements.js").Measurements} measurements  of the run
 */
export function wireWarning(line, shared, actions, measurements) {
  const told = warning();

  /** @param {number} iteration */
  function goBack(iteration) {
    const best = measurements.bestBefore(iteration);
    const act = () => actions.rewind(best.iteration);
    return best ? [{ name: `Go back to iteration ${count(best.iteration)}`, act }] : [];
  }

  /** @param {import("../messages.js").Settings} settings */
  function lower(settings) {
    const alpha = Number((settings.alpha / LOWER).toPrecision(2));
    const texts = textsOf({ ...settings, alpha });
    const act = () => actions.reset(texts);
    return [{ name: `Reset with learning rate ${alpha}`, act }];
  }

  /** @type {import("../messages.js").Warning | null} */
  let waiting = null; // for the frame that brings what was measured before
  const clear = () => {
    waiting = null;
    told.clear();
  };
  line.on("warning", (event) => {
    waiting = event;
  });
  shared.frame.follow((frame) => {
    const settings = shared.run.value;
    if (!frame || !waiting || !settings) return;
    const { iteration, finding, fatal, reason } = waiting;
    const back = fatal || finding === "saturated" ? goBack(iteration) : [];
    const ways = finding === "saturated" ? [...lower(settings), ...back] : back;
    told.show({ iteration: count(iteration), fatal, reason }, ways);
    waiting = null;
  });
  line.on("command-refused", ({ message }) => told.refuse(message));
  line.on("run", clear);
  line.on("rewound", clear);
}
