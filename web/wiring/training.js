// @ts-check
/** The run: settings and buttons to the worker, its frames to the pictures. */

import { byId } from "../dom.js";
import { readHash, writeHash } from "../hash.js";
import { BitGrid } from "../panels/bit-grid.js";
import { controls } from "../panels/controls.js";
import { readouts } from "../panels/readouts.js";
import { narrator } from "../panels/sentence.js";
import { perFrame } from "../per-frame.js";
import { SettingsForm } from "../settings.js";

/**
 * @typedef {import("../line.js").Line} Line
 * @typedef {import("../shared.js").Shared} Shared
 * @typedef {import("../messages.js").Frame} Frame
 * @typedef {import("../messages.js").Settings} Settings
 */

// A grid that changes faster cannot be read, and must not flash more than three times a second.
const EXAMPLE_EVERY = matchMedia("(prefers-reduced-motion: reduce)").matches ? 1000 : 200;

/**
 * @param {Line} line
 * @param {Shared} shared
 */
export function wireTraining(line, shared) {
  wireSettings(line, shared);
  wireFrames(line, shared);
  wirePictures(shared);
  wireExample(shared);
  const buttons = controls({
    train: () => line.send({ type: "train" }),
    pause: () => line.send({ type: "pause" }),
    step: (count) => line.send({ type: "step", count }),
  });
  shared.state.follow((state) => {
    document.documentElement.dataset.state = state;
    buttons.show(state);
  });
}

/**
 * The form asks for a run, the address too; the worker begins it or refuses.
 * @param {Line} line
 * @param {Shared} shared
 */
function wireSettings(line, shared) {
  /** @type {Record<string, import("../messages.js").Limit>} */
  let limits;
  let resetting = false; // has the visitor, or the address, asked for a new run?

  const untouched = () => shared.state.value === "ready" && shared.frame.value?.iteration === 0;
  const form = new SettingsForm((texts) => {
    resetting = true;
    line.send({ type: "reset", texts });
  }, untouched);
  const followAddress = () => {
    const given = readHash(location.hash);
    form.fill(given);
    return Object.keys(given).length > 0;
  };
  addEventListener("hashchange", followAddress);
  shared.wanted.follow((texts) => {
    if (!texts) return;
    form.fill(texts);
    form.submit();
  });
  line.on("ready", (event) => {
    limits = event.limits;
    form.offer(limits, event.presets);
  });
  line.on("run", ({ settings, generation }) => {
    form.accept(settings);
    if (resetting) writeHash(settings, limits);
    resetting = false;
    shared.run.set(settings);
    if (generation === 0 && followAddress()) form.submit(); // the first run has the defaults
  });
  line.on("settings-refused", ({ messages }) => {
    resetting = false;
    form.refuse(messages);
  });
}

/**
 * Frames become shared values, one per animation frame; then the worker may send the next.
 * @param {Line} line
 * @param {Shared} shared
 */
function wireFrames(line, shared) {
  const draw = perFrame((/** @type {Frame} */ frame) => {
    shared.frame.set(frame);
    shared.measured.set(frame.measurements.at(-1) ?? shared.measured.value);
    document.documentElement.dataset.iteration = String(frame.iteration);
    shared.state.set(frame.state);
    line.send({ type: "take" });
  });
  line.on("frame", draw.request);
  shared.run.follow(() => {
    draw.forget();
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
  });
  shared.measured.follow((newest) => newest && numbers.accuracy(newest));
}

/**
 * The newest example goes to the grid, slowly enough to be seen, and is put into words.
 * @param {Shared} shared
 */
function wireExample(shared) {
  const grid = new BitGrid(byId("bit-grid", HTMLTableElement));
  const story = narrator(byId("sentence", HTMLElement), byId("announcement", HTMLElement));
  /** @type {import("../messages.js").Example | null} */
  let newest = null; // not yet shown
  let shownAt = 0;

  shared.run.follow((settings) => {
    [newest, shownAt] = [null, 0];
    if (settings) grid.resize(settings.bits);
  });
  shared.frame.follow((frame) => {
    newest = frame?.example ?? newest;
    const due = performance.now() - shownAt >= EXAMPLE_EVERY || frame?.state !== "running";
    if (!newest || !due) return;
    shownAt = performance.now();
    grid.update(newest);
    story.tell(newest);
    newest = null;
  });
  shared.state.follow((state) => announce(state));
  shared.measured.follow(() => announce(shared.state.value));
  const announce = (/** @type {import("../shared.js").State} */ state) =>
    story.announce(state, shared.frame.value?.iteration ?? 0, shared.measured.value?.exact);
}
