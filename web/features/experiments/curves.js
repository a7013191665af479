// @ts-check
/**
 * Small multiples: for each network compared, the share of sums right against iterations, the
 * median over the seeds as a line and the quartiles as a band.
 *
 * @typedef {import("./plans.js").Experiment} Experiment
 * @typedef {import("../../runtime/messages.js").Compared} Compared
 */

import { draw, make } from "../../drawing/dom.js";
import { count, percent } from "../../drawing/format.js";

const [WIDTH, HEIGHT] = [100, 60]; // of the drawing; stretched to its place

/**
 * @param {Experiment} experiment
 * @param {Compared | null} compared
 */
export function curves({ names, plan }, compared) {
  const all = make("div", "multiples");
  for (const [place, name] of names.entries()) {
    const figure = make("figure");
    const axis = make("p", "axis");
    axis.append(make("span", "", "0"), make("span", "", count(plan.iterations)));
    figure.append(make("figcaption", "", name), drawing(name, plan, compared, place), axis);
    all.append(figure);
  }
  return all;
}

/**
 * @param {string} name
 * @param {Experiment["plan"]} plan
 * @param {Compared | null} compared
 * @param {number} place  among those compared
 */
function drawing(name, { iterations }, compared, place) {
  const viewBox = `0 0 ${WIDTH} ${HEIGHT}`;
  const svg = draw("svg", { viewBox, preserveAspectRatio: "none", role: "img" });
  svg.append(path("half", `M0 ${HEIGHT / 2}H${WIDTH}`));
  svg.ariaLabel = `${name}: not compared yet`;
  if (!compared) return svg;
  const [low, middle, high] = [0, 1, 2].map((quarter) => bandOf(compared, quarter, place));
  const at = (/** @type {Float64Array} */ shares) =>
    Array.from(shares, (share, point) => {
      const x = (WIDTH * compared.evaluated[point]) / iterations;
      return `${x.toFixed(2)} ${(HEIGHT * (1 - share)).toFixed(2)}`;
    });
  svg.append(path("band", `M${[...at(low), ...at(high).reverse()].join("L")}Z`));
  svg.append(path("median", `M${at(middle).join("L")}`));
  svg.ariaLabel = `${name}: in the end ${percent(middle.at(-1) ?? 0)} of sums right in the median`;
  return svg;
}

/**
 * The curve of one quartile of one of those compared: bands is (3, those compared, E).
 * @param {Compared} compared
 * @param {number} quarter
 * @param {number} place
 */
function bandOf({ bands, evaluated }, quarter, place) {
  const points = evaluated.length;
  const start = (quarter * (bands.length / (3 * points)) + place) * points;
  return bands.subarray(start, start + points);
}

/**
 * @param {string} kind
 * @param {string} line
 */
const path = (kind, line) => draw("path", { class: kind, d: line });
