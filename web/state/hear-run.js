// @ts-check
/** What the worker tells of the run becomes what the page shows. */

import { perFrame } from "../drawing/newest-per-frame.js";
import { atMost } from "../drawing/throttle.js";

const MEASURED_EVERY = 200; // milliseconds; numbers that change faster cannot be read

/**
 * Runs and frames become shared values, frames one per animation frame; then the worker may send the
 * next.
 * @param {import("../runtime/worker-line.js").Line} line
 * @param {import("./page-state.js").Shared} shared
 */
export function hearRun(line, shared) {
  line.on("run", ({ id, settings }) => {
    shared.run.set(settings);
    document.documentElement.dataset.run = String(id);
  });
  /** @type {import("../runtime/messages.js").Measurement | null} */
  let newest = null;
  const showMeasured = () =>
    newest && newest !== shared.measured.value && shared.measured.set(newest);
  const showSoon = atMost(MEASURED_EVERY, showMeasured);
  const draw = perFrame((/** @type {import("../runtime/messages.js").Frame} */ frame) => {
    newest = frame.measurements.at(-1) ?? newest;
    shared.frame.set(frame);
    if (frame.state === "running") showSoon();
    else showMeasured(); // at rest all is of one moment
    document.documentElement.dataset.iteration = String(frame.iteration);
    if (!frame.recorded) shared.state.set(shared.slowly.value ? "running" : frame.state);
    line.send({ type: "take", generation: frame.generation });
  });
  line.on("frame", draw.request);
  line.on("failed", draw.forget); // what was not drawn will be trained again
  shared.run.follow(() => {
    draw.forget();
    newest = null;
    shared.frame.set(null);
    shared.measured.set(null);
  });
  line.on("rewound", () => {
    draw.forget();
    shared.frame.set(null); // the measurement of before stays in sight until the new one comes
  });
}
