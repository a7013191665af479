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

/** @param {{chart: HTMLElement, line: HTMLElement, where: HTMLElement}} elements */
export function errorTrace({ chart, line, where }) {
  const bins = new TraceBins();
  const reading = traceReading(line, where);
  const range = { bits: 8, iterations: 10_000, measurements: 0 }; // until the first run says
  let colours = readColours();
  const options = optionsFor(range, (name) => colours[name]);
  const plot = new uPlot({ ...sizeOf(chart), ...options }, bins.columns(), chart);

  plot.hooks.setCursor = [read];
  new ResizeObserver(() => plot.setSize(sizeOf(chart))).observe(chart);
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
    matchMedia(query).addEventListener("change", () => {
      colours = readColours();
      plot.redraw(false, true);
    });
  }

  function read() {
    const { idx, left = -1 } = plot.cursor;
    const pointed = typeof idx === "number" && left >= 0;
    reading.show(pointed ? bins.reading(idx) : bins.newest(), pointed);
  }

  function draw() {
    plot.setData(bins.columns());
    read();
    chart.ariaLabel = summaryOf(bins.newest());
  }

  return {
    /** @param {{bits: number, iterations: number}} settings  of the run that begins */
    reset({ bits, iterations }) {
      Object.assign(range, { bits, iterations: Math.max(iterations, 1), measurements: 0 });
      bins.clear();
      draw();
    },
    /**
     * @param {Float64Array} errors  of the iterations since the last update
     * @param {Measurement[]} measurements
     * @param {number} target  iterations at which the run will finish
     */
    update(errors, measurements, target) {
      bins.push(errors);
      for (const { iteration, exact } of measurements) bins.measure(iteration, exact);
      range.measurements += measurements.length;
      range.iterations = Math.max(target, bins.iterations, 1);
      draw();
    },
  };
}

/** @param {HTMLElement} chart */
const sizeOf = (chart) => ({
  width: Math.max(chart.clientWidth, 100),
  height: Math.max(chart.clientHeight, 100),
});
