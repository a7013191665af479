// @ts-check
/** The page's wiring: what the worker says goes to the panels, what the visitor does to the worker. */

import { byId } from "./dom.js";
import { readHash, writeHash } from "./hash.js";
import { Adder } from "./panels/adder.js";
import { BitGrid } from "./panels/bit-grid.js";
import { controls } from "./panels/controls.js";
import { ErrorTrace } from "./panels/error-trace.js";
import { failure } from "./panels/failure.js";
import { log } from "./panels/log.js";
import { bootProgress } from "./panels/progress.js";
import { readouts } from "./panels/readouts.js";
import { narrator } from "./panels/sentence.js";
import { perFrame } from "./per-frame.js";
import { SettingsForm } from "./settings.js";
import { Trainer } from "./trainer.js";

/**
 * @typedef {import("./panels/sentence.js").State} State
 * @typedef {import("./messages.js").Frame} Frame
 * @typedef {import("./messages.js").WorkerEvent | import("./trainer.js").Download} Heard
 */

// A grid that changes faster cannot be read, and must not flash more than three times a second.
const EXAMPLE_EVERY = matchMedia("(prefers-reduced-motion: reduce)").matches ? 1000 : 200;

const root = document.documentElement;
const boot = bootProgress({
  sentence: byId("boot-stage", HTMLElement),
  bar: byId("boot-bar", HTMLProgressElement),
  list: byId("boot-stages", HTMLElement),
});
const grid = new BitGrid(byId("bit-grid", HTMLTableElement));
const trace = new ErrorTrace({
  chart: byId("error-trace", HTMLElement),
  line: byId("trace-reading", HTMLElement),
  where: byId("trace-where", HTMLElement),
});
const printed = log(byId("log", HTMLElement), byId("copy-log", HTMLButtonElement));
const story = narrator(byId("sentence", HTMLElement), byId("announcement", HTMLElement));
const numbers = readouts();
const end = failure();

/** @type {State} */
let state = "loading";
/** @type {Record<string, import("./messages.js").Limit>} */
let limits;
/** @type {import("./messages.js").Measurement | undefined} */
let newest;
/** @type {import("./messages.js").Example | null} */
let example = null; // the newest; the grid may still show an older one
let exampleAt = 0; // when the grid last changed
let asked = 0; // number of the newest question to the adder
let resetting = false; // has the visitor, or the address, asked for a new run?

// ---- what the visitor does ---------------------------------------------------------------------

const form = new SettingsForm((texts) => {
  resetting = true;
  trainer.send({ type: "reset", texts });
});
const sums = new Adder((first, second) => {
  asked += 1;
  trainer.send({ type: "add", id: asked, first, second });
});
const buttons = controls({
  train: () => trainer.send({ type: "train" }),
  pause: () => trainer.send({ type: "pause" }),
  step: (count) => trainer.send({ type: "step", count }),
});
addEventListener("hashchange", () => form.fill(readHash(location.hash)));

// ---- what the worker says ----------------------------------------------------------------------

const draw = perFrame(drawFrame);

/** @type {{[Kind in Heard["type"]]?: (event: Extract<Heard, {type: Kind}>) => void}} */
const handlers = {
  download: (bytes) => boot.count(bytes),
  boot: ({ stage }) => boot.reach(stage),
  ready(event) {
    limits = event.limits;
    form.showLimits(limits);
    sums.enable(true);
    byId("versions", HTMLElement).textContent =
      `Python ${event.python}, NumPy ${event.numpy}, binadd ${event.binadd}`;
  },
  run({ settings, generation }) {
    form.accept(settings);
    if (resetting) writeHash(settings, limits);
    resetting = false;
    clear(settings);
    if (generation === 0) followAddress();
  },
  "settings-refused": ({ messages }) => {
    resetting = false;
    form.refuse(messages);
  },
  frame: draw.request,
  sum: (sum) => sum.id === asked && sums.show(sum),
  "sum-refused": ({ id, messages }) => id === asked && sums.refuse(messages),
  failed(event) {
    end.show(event, state !== "loading");
    sums.enable(false);
    enter("failed");
  },
};

const trainer = new Trainer((event) => {
  /** @type {(event: any) => void} */ (handlers[event.type])?.(event);
});

/** The first run has the defaults; ask for another if the address does. */
function followAddress() {
  const given = readHash(location.hash);
  if (Object.keys(given).length === 0) return;
  form.fill(given);
  form.submit();
}

/** @param {import("./messages.js").Settings} settings  of the run that begins */
function clear(settings) {
  draw.forget();
  newest = undefined;
  example = null;
  exampleAt = 0;
  grid.resize(settings.bits);
  trace.reset(settings);
  printed.clear();
  numbers.begin(settings);
  numbers.accuracy(newest);
}

/** @param {Frame} frame */
function drawFrame(frame) {
  newest = frame.measurements.at(-1) ?? newest;
  trace.update(frame.errors, frame.measurements, frame.target);
  printed.append(frame.log);
  numbers.progress(frame);
  numbers.accuracy(newest);
  example = frame.example ?? example;
  showExample(frame.state);
  root.dataset.iteration = String(frame.iteration);
  enter(frame.state);
  story.announce(frame.state, frame.iteration, newest?.exact);
  trainer.send({ type: "take" });
}

/** @param {State} now */
function showExample(now) {
  const due = performance.now() - exampleAt >= EXAMPLE_EVERY;
  if (!example || (now === "running" && !due)) return;
  exampleAt = performance.now();
  grid.update(example);
  story.tell(example);
  example = null;
}

/** @param {State} next */
function enter(next) {
  if (next === state) return;
  state = next;
  root.dataset.state = next;
  buttons.show(next);
}
