// @ts-check
/** What is remembered of the sum in sight: the same columns of it, drawn a moment after the grid. */

import { soon } from "../../drawing/yield-to-browser.js";
import { LiveQuestion } from "../../runtime/live-question.js";
import { partOf } from "../../state/sum-in-sight.js";
import { CarryMeter } from "./carry-meter.js";
import { HiddenStates } from "./hidden-states.js";

const WEIGHTS_EVERY = 1000; // milliseconds

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, state, root }) {
  const meter = new CarryMeter(root);
  const weights = new LiveQuestion(line, "weights", WEIGHTS_EVERY, {
    answer: ({ weights }) => states.showWeights(weights), // asked for when a unit is looked at
  });
  const states = new HiddenStates(root, () => weights.ask({}));
  const draw = soon(() => {
    if (!state.columns.value) return;
    const { columns, low, shown, reading } = state.columns.value;
    if (!reading) return states.clear();
    const uncovered = shown === undefined ? undefined : shown - low;
    states.update(partOf(reading, low, columns), uncovered, low);
  });

  state.run.follow((settings) => {
    weights.forget();
    meter.clear();
    states.resize(state.columns.value?.columns ?? settings?.bits ?? 1);
  });
  state.columns.follow((now, before) => {
    if (!now) return;
    const { columns, reading, untrained } = now;
    if (columns !== before?.columns) states.resize(columns);
    if (reading && reading !== before?.reading) {
      meter.update(reading, state.run.value?.bits ?? columns, untrained);
    }
    draw();
  });
}
