// @ts-check
/**
 * The error of every iteration, its running mean and the share of all sums right, against the
 * number of iterations. What the cursor points at stands above the chart; else the newest values.
 *
 * @typedef {import("../messages.js").Measurement} Measurement
 * @typedef {import("./trace-bins.js").Reading} Reading
 */

import { say } from "../dom.js";
import { count, percent } from "../format.js";
import uPlot from "../vendor/uPlot.esm.js";
import { TraceBins } from "./trace-bins.js";

const COLOURS = ["line", "muted", "trace-error", "trace-mean", "trace-exact"];

/**
 * @param {HTMLElement} chart
 * @param {HTMLElement} reading
 */
export function errorTrace(chart, reading) {
  const bins = new TraceBins();
  const range = { iterations: 10_000, bits: 8 }; // until the first run says
  let colours = readColours();
  const plot = new uPlot(
    {
      ...sizeOf(chart),
      ...optionsFor(range, (name) => colours[name]),
      hooks: { setCursor: [read] },
    },
    bins.columns(),
    chart,
  );

  const redraw = () => plot.redraw(false, true);
  new ResizeObserver(() => plot.setSize(sizeOf(chart))).observe(chart);
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
    matchMedia(query).addEventListener("change", () => {
      colours = readColours();
      redraw();
    });
  }

  /** Show the values under the cursor, or the newest. */
  function read() {
    const under = plot?.cursor.idx;
    const pointed = under !== null && under !== undefined && (plot.cursor.left ?? -1) >= 0;
    showReading(
      reading,
      bins.reading(pointed ? under : Math.max(2 * bins.used - 1, 0)),
      bins.used > 0,
      pointed,
    );
  }

  /** @param {{bits: number, iterations: number}} settings  of the new run */
  function reset({ bits, iterations }) {
    Object.assign(range, { bits, iterations: Math.max(iterations, 1) });
    bins.clear();
    draw();
  }

  /**
   * @param {Float64Array} errors
   * @param {Measurement[]} measurements
   * @param {number} target  iterations at which the run will finish
   */
  function update(errors, measurements, target) {
    bins.push(errors);
    for (const { iteration, exact } of measurements) bins.measure(iteration, exact);
    range.iterations = Math.max(target, bins.iterations, 1);
    draw();
  }

  function draw() {
    plot.setData(bins.columns());
    read();
    chart.ariaLabel = bins.iterations ? summary(bins) : "No iteration yet";
  }

  return { reset, update };
}

/** @param {HTMLElement} chart */
const sizeOf = (chart) => ({
  width: Math.max(chart.clientWidth, 100),
  height: Math.max(chart.clientHeight, 100),
});

/** @returns {Record<string, string>} */
function readColours() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(
    COLOURS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
  );
}

/**
 * Both scales stand still for the whole run: error from 0 to every bit wrong, share from 0 to 1.
 * @param {{bits: number, iterations: number}} range
 * @param {(name: string) => string} colour
 * @returns {Omit<uPlot.Options, "width" | "height">}
 */
function optionsFor(range, colour) {
  /** @type {(name: string) => Partial<uPlot.Axis>} */
  const axis = (name) => ({
    stroke: () => colour(name),
    font: `${0.75 * rem()}px system-ui, sans-serif`,
    ticks: { show: false },
    grid: { stroke: () => colour("line"), width: 1 },
    gap: 6,
  });
  return {
    legend: { show: false },
    padding: [0.6 * rem(), 0, 0, 0],
    scales: {
      x: { time: false, range: () => [0, range.iterations] },
      error: { range: () => [0, range.bits] },
      share: { range: [0, 1] },
    },
    axes: [
      { ...axis("muted"), size: 1.7 * rem(), space: 5 * rem(), values: (_, at) => at.map(count) },
      { ...axis("trace-mean"), scale: "error", size: 1.7 * rem(), space: 2.4 * rem() },
      {
        ...axis("trace-exact"),
        scale: "share",
        side: 1,
        size: 2.8 * rem(),
        splits: [0, 0.25, 0.5, 0.75, 1],
        values: (_, at) => at.map((share) => `${share * 100} %`),
        grid: { show: false },
      },
    ],
    series: [{}, ...seriesIn(colour)],
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
  };
}

/**
 * @param {(name: string) => string} colour
 * @returns {uPlot.Series[]}
 */
function seriesIn(colour) {
  const points = { show: false };
  return [
    { scale: "error", stroke: () => colour("trace-error"), width: 1, points },
    { scale: "error", stroke: () => colour("trace-mean"), width: 2.5, spanGaps: true, points },
    {
      scale: "share",
      stroke: () => colour("trace-exact"),
      width: 2.5,
      dash: [7, 3],
      spanGaps: true,
      points,
    },
  ];
}

const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/**
 * @param {HTMLElement} line
 * @param {Reading} reading
 * @param {boolean} any  is there anything to read?
 * @param {boolean} pointed  does the cursor point at it?
 */
function showReading(line, { from, to, low, high, mean, exact }, any, pointed) {
  const set = (/** @type {string} */ name, /** @type {string} */ text) => {
    const place = line.querySelector(`[data-value="${name}"]`);
    if (place) say(place, text);
  };
  const errors = high - low < 0.005 ? low.toFixed(2) : `${low.toFixed(2)}–${high.toFixed(2)}`;
  set("error", any && Number.isFinite(low) ? errors : "–");
  set("mean", any && Number.isFinite(mean) ? mean.toFixed(2) : "–");
  set("exact", any && Number.isFinite(exact) ? percent(exact) : "–");
  const place = from === to ? `iteration ${count(from)}` : `iterations ${count(from)}–${count(to)}`;
  set("where", pointed ? `at ${place}` : any ? "newest" : "");
}

/** @param {TraceBins} bins */
function summary(bins) {
  const { mean, exact } = bins.reading(2 * bins.used - 1);
  const share = Number.isFinite(exact) ? `, ${percent(exact)} of all sums right` : "";
  return `Error trace of ${count(bins.iterations)} iterations: mean error now ${mean.toFixed(2)}${share}`;
}
