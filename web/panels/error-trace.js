// @ts-check
/**
 * The error of every iteration, its running mean and the share of all sums right, against the
 * number of iterations.
 *
 * @typedef {import("../messages.js").Measurement} Measurement
 */

import uPlot from "../vendor/uPlot.esm.js";
import { TraceBins } from "./trace-bins.js";
import { optionsFor, readColours } from "./trace-chart.js";
import { summaryOf, traceReading } from "./trace-reading.js";

export class ErrorTrace {
  #bins = new TraceBins();
  #range = { bits: 8, iterations: 10_000, measurements: 0 }; // until the first run says
  #colours = readColours();
  #chart;
  #reading;
  #plot;

  /** @param {{chart: HTMLElement, line: HTMLElement, where: HTMLElement}} elements */
  constructor({ chart, line, where }) {
    this.#chart = chart;
    this.#reading = traceReading(line, where);
    const options = optionsFor(this.#range, (name) => this.#colours[name]);
    this.#plot = new uPlot({ ...sizeOf(chart), ...options }, this.#bins.columns(), chart);
    this.#plot.hooks.setCursor = [() => this.#read()];
    this.#follow();
  }

  /** Follow the panel's size and the visitor's choice of colours. */
  #follow() {
    new ResizeObserver(() => this.#plot.setSize(sizeOf(this.#chart))).observe(this.#chart);
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
      matchMedia(query).addEventListener("change", () => {
        this.#colours = readColours();
        this.#plot.redraw(false, true);
      });
    }
  }

  /** @param {{bits: number, iterations: number}} settings  of the run that begins */
  reset({ bits, iterations }) {
    Object.assign(this.#range, { bits, iterations: Math.max(iterations, 1), measurements: 0 });
    this.#bins.clear();
    this.#draw();
  }

  /**
   * @param {Float64Array} errors  of the iterations since the last update
   * @param {Measurement[]} measurements
   * @param {number} target  iterations at which the run will finish
   */
  update(errors, measurements, target) {
    this.#bins.push(errors);
    for (const { iteration, exact } of measurements) this.#bins.measure(iteration, exact);
    this.#range.measurements += measurements.length;
    this.#range.iterations = Math.max(target, this.#bins.iterations, 1);
    this.#draw();
  }

  #draw() {
    this.#plot.setData(this.#bins.columns());
    this.#read();
    this.#chart.ariaLabel = summaryOf(this.#bins.newest());
  }

  /** Say what the cursor points at, or the newest. */
  #read() {
    const { idx, left = -1 } = this.#plot.cursor;
    const pointed = typeof idx === "number" && left >= 0;
    this.#reading.show(pointed ? this.#bins.reading(idx) : this.#bins.newest(), pointed);
  }
}

/** @param {HTMLElement} chart */
const sizeOf = (chart) => ({
  width: Math.max(chart.clientWidth, 100),
  height: Math.max(chart.clientHeight, 100),
});
