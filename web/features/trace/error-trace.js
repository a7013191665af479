// @ts-check
/**
 * The error of every iteration, its running mean and the share of all sums right, against the
 * number of iterations. A drag selects what to look at, arrow keys move the reading. The chart is
 * built when it first comes into sight: that costs more than any other picture of the page.
 *
 * @typedef {import("../../runtime/messages.js").Frame} Frame
 * @typedef {{first: number, now: number, furthest: number}} Extent  of the run, in iterations
 */

import { atMost } from "../../drawing/throttle.js";
import { followTheme } from "../../drawing/colours.js";
import { inSight } from "../../drawing/when-visible.js";
import uPlot from "../../vendor/uPlot.esm.js";
import { TraceBins } from "./trace-bins.js";
import { optionsFor, readColours } from "./trace-chart.js";
import { traceKeys } from "./trace-keys.js";
import { drawMarks } from "./trace-marks.js";
import { Measurements } from "../../state/measurements.js";
import { spokenOf, summaryOf, traceReading } from "./trace-reading.js";
import { traceTouch } from "./trace-touch.js";
import { TraceView } from "./trace-view.js";

const DRAWN_EVERY = 100; // milliseconds; the line grows smoothly, and drawing it is not cheap
const TOLD_EVERY = 200; // numbers that change faster cannot be read
const LEAST = 1e-4; // an error below this is drawn at the foot of a logarithmic axis

export class ErrorTrace {
  #bins = new TraceBins();
  #measurements = new Measurements();
  /** @type {import("./trace-chart.js").Range} */
  #range = {
    bits: 8, // until the first run says
    iterations: 10_000,
    measurements: 0,
    view: null,
    logarithmic: false,
    floor: 0.1,
  };
  #view = new TraceView(this.#range, () => this.#draw());
  #ripples = false;
  #running = false;
  /** @type {import("../../runtime/messages.js").Measurement | undefined} the one in sight */
  #measured;
  #colours = readColours();
  #chart;
  #reading;
  #spoken;
  /** @type {uPlot | null} null: it has not been in sight yet */
  #plot = null;
  #drawSoon;
  #tellSoon = atMost(TOLD_EVERY, () => this.#tell());

  /** @param {{chart: HTMLElement, line: HTMLElement, where: HTMLElement, spoken: HTMLElement}} elements */
  constructor({ chart, line, where, spoken }) {
    this.#chart = chart;
    this.#reading = traceReading(line, where);
    this.#spoken = spoken;
    this.#drawSoon = inSight(chart, DRAWN_EVERY, () => this.#drawNow());
    this.#drawSoon();
  }

  #drawNow() {
    if (this.#plot) return this.#plot.setData(this.#columns());
    this.#plot = this.#build();
    this.#follow();
    traceKeys(this.#chart, {
      plot: () => /** @type {uPlot} */ (this.#plot),
      view: this.#view,
      moved: () => this.#speak(),
    });
  }

  #build() {
    const options = optionsFor(this.#range, (name) => this.#colours[name]);
    const plot = new uPlot({ ...sizeOf(this.#chart), ...options }, this.#columns(), this.#chart);
    plot.hooks.setCursor = [() => this.#read()];
    plot.hooks.setSelect = [() => this.#view.take(plot)];
    plot.hooks.draw = [() => drawMarks(plot, this.#marks())];
    plot.over.addEventListener("dblclick", () => this.#view.whole());
    traceTouch(plot, this.#view);
    return plot;
  }

  #marks() {
    const { now, furthest } = this.#bins;
    const [measurements, ripples, colours] = [this.#measurements, this.#ripples, this.#colours];
    return { measurements, ripples, colours, now, furthest };
  }

  /** Follow the panel's size and the visitor's choice of colours. */
  #follow() {
    new ResizeObserver(() => this.#plot?.setSize(sizeOf(this.#chart))).observe(this.#chart);
    followTheme(() => {
      this.#colours = readColours();
      this.#plot?.redraw(false, true);
    });
  }

  get view() {
    return this.#view;
  }

  /** @returns {Extent} */
  get extent() {
    const { first, now, furthest } = this.#bins;
    return { first, now, furthest };
  }

  get measurements() {
    return this.#measurements;
  }

  /**
   * @param {{bits: number, iterations: number}} settings  of the run that begins
   * @param {number} first  iteration at which it begins
   */
  reset({ bits, iterations }, first) {
    const end = Math.max(first + iterations, 1);
    Object.assign(this.#range, { bits, iterations: end, measurements: 0, floor: 0.1 });
    this.#bins.clear(first);
    this.#measurements.clear();
    this.#measured = undefined;
    this.#view.whole();
  }

  /** @param {Frame} frame */
  update({ errors, measurements, target, state }) {
    this.#running = state === "running";
    this.#bins.push(errors);
    for (const measurement of measurements.filter(({ onCurve }) => onCurve)) {
      this.#bins.measure(measurement.iteration, measurement.exact);
      this.#measurements.add(measurement);
    }
    this.#range.measurements = this.#measurements.list.length;
    const end = Math.max(target, this.#bins.furthest, 1);
    if (end !== this.#range.iterations) this.#lengthen(end);
    this.#draw();
  }

  /** Show this measurement where nothing is pointed at. @param {import("../../runtime/messages.js").Measurement} newest */
  show(newest) {
    this.#measured = newest;
    this.#tell();
  }

  /** The run goes on beyond its end. @param {number} end */
  #lengthen(end) {
    this.#range.iterations = end;
    this.#view.tell();
  }

  /** The run stands at an iteration of before. @param {number} iteration */
  rewind(iteration) {
    this.#bins.rewind(iteration);
    this.#draw();
  }

  /** @param {{logarithmic: boolean, ripples: boolean}} choice */
  choose({ logarithmic, ripples }) {
    this.#ripples = ripples;
    this.#reading.ripples(ripples);
    if (this.#range.logarithmic !== logarithmic) {
      this.#range.logarithmic = logarithmic;
      this.#plot?.destroy();
      this.#plot &&= this.#build();
    }
    this.#draw();
  }

  #columns() {
    const columns = this.#bins.columns();
    if (!this.#range.logarithmic) return columns;
    const range = this.#range;
    while (range.floor > Math.max(this.#bins.lowest, LEAST)) range.floor /= 10;
    return columns;
  }

  #draw() {
    this.#drawSoon();
    this.#tellSoon();
  }

  #tell() {
    this.#read();
    const { clicked } = this.#measurements;
    this.#chart.ariaLabel = summaryOf(this.#bins.newest(), this.#measured, clicked);
  }

  /** What the cursor points at, or where the run stands. */
  #pointed() {
    const pointed = this.#cursor();
    const reading = this.#bins.reading(pointed ?? this.#bins.now - 1);
    const measured = pointed === null ? this.#measured : this.#measurements.upTo(reading.to);
    return { pointed: pointed !== null, running: this.#running, reading, measured };
  }

  /** The iteration that is pointed at; null: none. */
  #cursor() {
    const { idx, left = -1 } = this.#plot?.cursor ?? {};
    return typeof idx === "number" && left >= 0 ? (this.#plot?.data[0][idx] ?? null) : null;
  }

  #read() {
    this.#reading.show(this.#pointed());
  }

  #speak() {
    this.#spoken.textContent = spokenOf(this.#pointed());
  }
}

/** @param {HTMLElement} chart */
const sizeOf = (chart) => ({
  width: Math.max(chart.clientWidth, 100),
  height: Math.max(chart.clientHeight, 100),
});
