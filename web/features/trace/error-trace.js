// @ts-check
/**
 * The error of every iteration, its running mean and the share of all sums right, against the
 * number of iterations. A drag selects what to look at, arrow keys move the reading.
 *
 * @typedef {import("../../runtime/messages.js").Frame} Frame
 * @typedef {{first: number, now: number, furthest: number}} Extent  of the run, in iterations
 */

import { atMost } from "../../drawing/throttle.js";
import { TraceBins } from "./trace-bins.js";
import { Measurements } from "../../state/measurements.js";
import { TracePlot } from "./trace-plot.js";
import { spokenOf, summaryOf, traceReading } from "./trace-reading.js";
import { TraceView } from "./trace-view.js";

const TOLD_EVERY = 200; // milliseconds; numbers that change faster cannot be read
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
  #chart;
  #plot;
  #reading;
  #spoken;
  #tellSoon = atMost(TOLD_EVERY, () => this.#tell());

  /** @param {{chart: HTMLElement, line: HTMLElement, where: HTMLElement, spoken: HTMLElement}} elements */
  constructor({ chart, line, where, spoken }) {
    this.#chart = chart;
    this.#reading = traceReading(line, where);
    this.#spoken = spoken;
    this.#plot = new TracePlot(chart, this.#range, this.#view, {
      columns: () => this.#columns(),
      marks: () => this.#marks(),
      pointed: () => this.#read(),
      moved: () => this.#speak(),
    });
    this.#plot.draw();
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
    this.#chart.classList.toggle("with-ripples", ripples);
    if (this.#range.logarithmic !== logarithmic) {
      this.#range.logarithmic = logarithmic;
      this.#plot.rebuild();
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

  #marks() {
    const { now, furthest } = this.#bins;
    const [measurements, ripples] = [this.#measurements, this.#ripples];
    return { measurements, ripples, now, furthest };
  }

  #draw() {
    this.#plot.draw();
    this.#tellSoon();
  }

  #tell() {
    this.#read();
    this.#chart.ariaLabel = summaryOf(this.#bins.newest(), this.#measured, this.#measurements);
  }

  /** What the cursor points at, or where the run stands. */
  #pointed() {
    const pointed = this.#plot.pointed;
    const reading = this.#bins.reading(pointed ?? this.#bins.now - 1);
    const measured = pointed === null ? this.#measured : this.#measurements.upTo(reading.to);
    return { pointed: pointed !== null, running: this.#running, reading, measured };
  }

  #read() {
    this.#reading.show(this.#pointed());
  }

  #speak() {
    this.#spoken.textContent = spokenOf(this.#pointed());
  }
}
