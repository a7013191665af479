// @ts-check
/** One hidden unit in words: how well it matches the carry, and its weights. */

import { percent } from "../../drawing/format.js";

const STRONGEST = 2; // units whose weights are told

/**
 * @param {number} unit
 * @param {import("../../runtime/messages.js").CarryReading} reading
 * @param {import("../../runtime/messages.js").Weights | null} weights
 */
export function storyOf(unit, reading, weights) {
  const match = `Unit ${unit} alone tells the carry in ${percent(reading.accuracies[unit])} of steps.`;
  return weights ? `${match} ${weightsOf(unit, weights)}` : match;
}

/**
 * @param {number} unit
 * @param {import("../../runtime/messages.js").Weights} weights
 */
function weightsOf(unit, { w_xh, w_hh, w_hy }) {
  const units = w_hy.length;
  const others = Array.from({ length: units }, (_, from) => ({
    from,
    weight: w_hh[from * units + unit],
  })).filter(({ from }) => from !== unit);
  others.sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
  const strongest = others
    .slice(0, STRONGEST)
    .map(({ from, weight }) => `${signed(weight)} from unit ${from}`);
  const input = `${signed(w_xh[unit])} from the first number, ${signed(w_xh[units + unit])} from the second`;
  const memory = [`${signed(w_hh[unit * units + unit])} from itself`, ...strongest].join(", ");
  return `Its weights: ${input}; ${memory}; ${signed(w_hy[unit])} to the output.`;
}

/** With a sign that is as wide as the other: +1.23, −1.23. */
const signed = (/** @type {number} */ weight) =>
  `${weight < 0 ? "−" : "+"}${Math.abs(weight).toFixed(2)}`;
