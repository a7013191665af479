// @ts-check
/**
 * How many sums each preset has right after how many examples: both curves in one picture, each
 * with its name at the place from which on every sum is right.
 *
 * @typedef {import("../../runtime/messages.js").PresetOutcome} PresetOutcome
 */

import { draw, make } from "../../drawing/dom.js";
import { count, percent } from "../../drawing/format.js";

const [WIDTH, HEIGHT] = [100, 60]; // of the drawing; stretched to its place

/** @param {PresetOutcome[] | null} rows  null: not known yet */
export function presetCurves(rows) {
  const figure = make("figure", "preset-curves");
  const most = Math.max(1, ...(rows ?? []).map(({ settings }) => settings.iterations));
  const plot = make("div", "plot");
  plot.append(make("span", "top", "100 %"), drawing(rows, most));
  for (const row of rows ?? []) plot.append(flag(row, most));
  const axis = make("p", "axis");
  axis.append(make("span", "", "0"), make("span", "", rows ? `${count(most)} examples` : ""));
  figure.append(make("figcaption", "", "Share of all sums right"), plot, axis);
  return figure;
}

/**
 * @param {PresetOutcome[] | null} rows
 * @param {number} most
 */
function drawing(rows, most) {
  const viewBox = `0 0 ${WIDTH} ${HEIGHT}`;
  const svg = draw("svg", { viewBox, preserveAspectRatio: "none", role: "img" });
  svg.append(path("half", `M0 ${HEIGHT / 2}H${WIDTH}`));
  for (const { name, evaluated, exact } of rows ?? []) {
    const points = Array.from(exact, (share, at) => {
      const [x, y] = [(WIDTH * evaluated[at]) / most, HEIGHT * (1 - share)];
      return `${x.toFixed(2)} ${y.toFixed(2)}`;
    });
    svg.append(path(`of-${name}`, `M0 ${HEIGHT}L${points.join("L")}`));
  }
  svg.ariaLabel = rows ? rows.map(spoken).join("; ") : "Not trained yet";
  return svg;
}

/** @param {PresetOutcome} row */
function spoken({ name, evaluated, exact, perfect }) {
  const end = `${percent(exact.at(-1) ?? 0)} right after ${count(evaluated.at(-1) ?? 0)} examples`;
  return `“${name}”: ${Number.isFinite(perfect) ? `every sum right from ${count(perfect)} examples on` : end}`;
}

/**
 * The name of a curve, where it reaches the top for good, or else at its end.
 * @param {PresetOutcome} row
 * @param {number} most
 */
function flag({ name, settings, perfect }, most) {
  const at = Number.isFinite(perfect) ? perfect : settings.iterations;
  const label = make("span", `flag of-${name}`);
  label.append(make("b", "", name), make("span", "", ` ${count(at)}`));
  label.style.left = `${(100 * at) / most}%`;
  return label;
}

/**
 * @param {string} kind
 * @param {string} line
 */
const path = (kind, line) => draw("path", { class: kind, d: line });
