// @ts-check
/** The run: settings to the worker, its frames to the pictures. */

import { atMost } from "../at-most.js";
import { byId } from "../dom.js";
import { readouts } from "../panels/readouts.js";
import { perFrame } from "../per-frame.js";
import { SettingsForm } from "../settings.js";

const MEASURED_EVERY = 200; // milliseconds; numbers that change faster cannot be read

/**
 * @typedef {import("../line.js").Line} Line
 * @typedef {import("../shared.js").Shared} Shared
 * @typedef {import("../messages.js").Frame} Frame
 * @typedef {import("../settings.js").Texts} Texts
 */

/**
 * @param {Line} line
 * @param {Shared} shared
 * @param {import("../actions.js").Actions} actions
 */
export function wireTraining(line, shared, actions) {
  wireSettings(line, shared, actions);
  wirePictures(shared);
}

/**
 * The form asks for a run, a link too; the worker begins it or refuses.
 * @param {Line} line
 * @param {Shared} shared
 * @param {import("../actions.js").Actions} actions
 */
function wireSettings(line, shared, actions) {
  const untouched = () => shared.state.value === "ready" && shared.frame.value?.iteration === 0;
  const goBack = () => {
    byId("train", HTMLButtonElement).focus(); // the button that was pressed goes
    actions.goBack();
  };
  const typed = (/** @type {Texts} */ texts) => shared.typed.set(texts);
  const form = new SettingsForm({ reset: actions.reset, typed, goBack }, untouched);
  line.on("ready", ({ limits, presets }) => form.offer(limits, presets));
  line.on("run", (run) => form.accept(run));
  shared.request.follow((request) => request && form.expect(request));
}

/**
 * Runs and frames become shared values, frames one per animation frame; then the worker may send the
 * next.
 * @param {Line} line
 * @param {Shared} shared
 */
export function hearRun(line, shared) {
  line.on("run", ({ settings }) => shared.run.set(settings));
  /** @type {import("../messages.js").Measurement | null} */
  let newest = null;
  const showMeasured = () =>
    newest && newest !== shared.measured.value && shared.measured.set(newest);
  const showSoon = atMost(MEASURED_EVERY, showMeasured);
  const draw = perFrame((/** @type {Frame} */ frame) => {
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

/** @param {Shared} shared */
function wirePictures(shared) {
  const numbers = readouts();
  shared.run.follow((settings) => {
    if (!settings) return;
    numbers.begin(settings);
    numbers.accuracy(undefined);
  });
  shared.frame.follow((frame) => {
    if (!frame) return;
    numbers.progress(frame);
    if (shared.measured.value) numbers.accuracy(shared.measured.value);
  });
  shared.measured.follow((newest) => newest && numbers.accuracy(newest));
}
