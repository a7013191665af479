// @ts-check
/**
 * The ribbon of blame as layers, one for every output: in every column, from the bottom up, what came
 * from the highest output to what its own has given.
 *
 * @typedef {Pick<import("../runtime/messages.js").Lesson, "sizes" | "reach">} Blame
 * @typedef {{output: number, size: number, from: number, to: number}} Layer
 *   size: of what the output has sent there; from, to: 0 is the foot, 1 the highest of all
 */

import { heightOf } from "./blame-numbers.js";

/**
 * @param {Blame} blame  of T columns
 * @param {{output: number | null, log: boolean}} view  output: its ribbon alone; null: all outputs
 * @returns {Layer[][]}  by column, the lowest bit first
 */
export function layersOf(blame, { output, log }) {
  const bits = blame.sizes.length;
  const columns = Array.from({ length: bits }, (_, column) => column);
  return output === null
    ? columns.map((column) => stackOf(blame, column, log))
    : columns.map((column) => aloneIn(blame, column, output, log));
}

/**
 * All layers of a column. Together they are as high as the column's blame is large, each has its
 * share of that: sizes of vectors add up to more than the size of their sum.
 * @param {Blame} blame
 * @param {number} column
 * @param {boolean} log
 */
function stackOf({ sizes, reach }, column, log) {
  const bits = sizes.length;
  const whole = heightOf(sizes[column], Math.max(...sizes), log);
  const outputs = Array.from({ length: bits - column }, (_, place) => bits - 1 - place);
  const parts = outputs.map((output) => reach[output * bits + column]);
  const together = parts.reduce((sum, part) => sum + part, 0);
  let at = 0;
  return outputs.map((output, place) => {
    const from = at;
    at += together > 0 ? (whole * parts[place]) / together : 0;
    return { output, size: parts[place], from, to: at };
  });
}

/**
 * The layer of one output, as a share of the most that it gives to any column.
 * @param {Blame} blame
 * @param {number} column
 * @param {number} output
 * @param {boolean} log
 */
function aloneIn({ sizes, reach }, column, output, log) {
  const bits = sizes.length;
  if (column > output) return [];
  const given = reach.subarray(output * bits, (output + 1) * bits);
  const to = heightOf(given[column], Math.max(...given), log);
  return [{ output, size: given[column], from: 0, to }];
}
