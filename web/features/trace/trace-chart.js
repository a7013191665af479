// @ts-check
/** How the error trace is drawn: scales, axes and lines for uPlot. Colours come from the style sheet. */

import { colourTextOf } from "../../drawing/colours.js";
import { count } from "../../drawing/format.js";

/**
 * @typedef {Object} Range  What the chart spans.
 * @property {number} bits
 * @property {number} iterations  the end of the whole run
 * @property {number} measurements
 * @property {[number, number] | null} view  the iterations in sight; null: all
 * @property {boolean} logarithmic  the error's axis
 * @property {number} floor  the error's lowest tick, if so
 */

const DOTS = 60; // so many measurements are marked, each by a dot; more would run together
const COLOURS = ["line", "muted", "ink", "sheet", "blame-wash", "blame", "output"];

const QUARTERS = [0, 0.25, 0.5, 0.75, 1]; // both vertical axes share their grid lines

/** @returns {Record<string, string>} */
export const readColours = () =>
  Object.fromEntries(COLOURS.map((name) => [name, colourTextOf(name)]));

/**
 * The vertical scales stand still for the whole run: error up to every bit wrong, share to 1.
 * @param {Range} range
 * @param {(name: string) => string} colour
 * @returns {Omit<import("uplot").Options, "width" | "height">}
 */
export function optionsFor(range, colour) {
  return {
    legend: { show: false },
    padding: [0.6 * rem(), 0, 0, 0],
    scales: {
      x: { time: false, range: () => range.view ?? [0, range.iterations] },
      error: range.logarithmic
        ? { distr: 3, range: () => [range.floor, range.bits] }
        : { range: () => [0, range.bits] },
      share: { range: [0, 1] },
    },
    axes: axesFor(range, colour),
    series: [{}, ...seriesIn(range, colour)],
    cursor: {
      y: false,
      drag: { x: true, y: false, setScale: false },
      points: { show: false },
      bind: { dblclick: () => () => null },
    },
  };
}

/**
 * @param {Range} range
 * @param {(name: string) => string} colour
 * @returns {import("uplot").Axis[]}
 */
function axesFor(range, colour) {
  /** @type {(name: string) => Partial<import("uplot").Axis>} */
  const axis = (name) => ({
    stroke: () => colour(name),
    font: `${0.75 * rem()}px ${colourTextOf("sans")}`,
    ticks: { show: false },
    grid: { stroke: () => colour("line"), width: 1 },
    gap: 6,
  });
  return [
    { ...axis("muted"), size: 1.7 * rem(), space: 5 * rem(), values: (_, at) => at.map(count) },
    {
      ...axis("blame"),
      scale: "error",
      size: 2.1 * rem(),
      splits: () => errorTicks(range),
      filter: (_, at) => at,
      values: (_, at) => at.map(String),
    },
    {
      ...axis("output"),
      scale: "share",
      side: 1,
      size: 2.8 * rem(),
      splits: QUARTERS,
      values: (_, at) => at.map((share) => `${share * 100} %`),
      grid: { show: false },
    },
  ];
}

/** @param {Range} range */
function errorTicks({ bits, logarithmic, floor }) {
  if (!logarithmic) return QUARTERS.map((share) => share * bits);
  const decades = Math.round(Math.log10(1 / floor));
  return [...Array.from({ length: decades + 1 }, (_, at) => 10 ** (at - decades)), bits];
}

/**
 * @param {Range} range
 * @param {(name: string) => string} colour
 * @returns {import("uplot").Series[]}
 */
function seriesIn(range, colour) {
  const points = { show: false };
  return [
    { scale: "error", stroke: () => colour("blame-wash"), width: 1, points },
    { scale: "error", stroke: () => colour("blame"), width: 2.5, spanGaps: true, points },
    {
      scale: "share",
      stroke: () => colour("output"),
      width: 2.5,
      dash: [7, 3],
      spanGaps: true,
      points: { show: () => range.measurements < DOTS, size: 5, fill: () => colour("output") },
    },
  ];
}

/** Canvas text knows no rem; 0.75 of the root's size is 12 pixels on a laptop. */
export const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
