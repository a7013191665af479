// @ts-check
/** How the error trace is drawn: scales, axes and lines for uPlot. Colours come from the style sheet. */

import { count } from "../format.js";

/** @typedef {{bits: number, iterations: number, measurements: number}} Range  of the run */

const DOTS = 60; // so many measurements are marked, each by a dot; more would run together
const COLOURS = ["line", "muted", "trace-error", "trace-mean", "trace-exact"];

const QUARTERS = [0, 0.25, 0.5, 0.75, 1]; // both vertical axes share their grid lines

/** @returns {Record<string, string>} */
export function readColours() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(
    COLOURS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
  );
}

/**
 * Both scales stand still for the whole run: error from 0 to every bit wrong, share from 0 to 1.
 * @param {Range} range
 * @param {(name: string) => string} colour
 * @returns {Omit<import("uplot").Options, "width" | "height">}
 */
export function optionsFor(range, colour) {
  /** @type {(name: string) => Partial<import("uplot").Axis>} */
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
      {
        ...axis("trace-mean"),
        scale: "error",
        size: 2.1 * rem(),
        splits: () => QUARTERS.map((share) => share * range.bits),
        values: (_, at) => at.map(String),
      },
      {
        ...axis("trace-exact"),
        scale: "share",
        side: 1,
        size: 2.8 * rem(),
        splits: QUARTERS,
        values: (_, at) => at.map((share) => `${share * 100} %`),
        grid: { show: false },
      },
    ],
    series: [{}, ...seriesIn(range, colour)],
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
  };
}

/**
 * @param {Range} range
 * @param {(name: string) => string} colour
 * @returns {import("uplot").Series[]}
 */
function seriesIn(range, colour) {
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
      points: { show: () => range.measurements < DOTS, size: 5, fill: () => colour("trace-exact") },
    },
  ];
}

/** Canvas text knows no rem; 0.75 of the root's size is 12 pixels on a laptop. */
const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
