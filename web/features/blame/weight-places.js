// @ts-check
/**
 * Where each weight comes from and leads to, in plain words, and its place in its array.
 *
 * @typedef {import("../../runtime/messages.js").Weights} Weights
 * @typedef {{words: string, from: string[], to: string[]}} Kind
 */

const BITS = ["first bit", "second bit"];
const BIAS = ["bias"];
const OUTPUT = ["the output"];

/**
 * @param {number} units
 * @param {boolean} biases
 * @returns {Partial<Record<keyof Weights, Kind>>}  those that the network has
 */
export function kindsOf(units, biases) {
  const hidden = Array.from({ length: units }, (_, unit) => `unit ${unit}`);
  return {
    w_hh: { words: "memory, w_hh", from: hidden, to: hidden },
    w_xh: { words: "bits, w_xh", from: BITS, to: hidden },
    w_hy: { words: "output, w_hy", from: hidden, to: OUTPUT },
    ...(biases && {
      b_h: { words: "biases, b_h", from: BIAS, to: hidden },
      b_y: { words: "output’s bias, b_y", from: BIAS, to: OUTPUT },
    }),
  };
}

/**
 * @param {keyof Weights} array
 * @param {number} from
 * @param {number} to
 * @param {number} units
 */
export function placeOf(array, from, to, units) {
  const indices = { w_hh: [from, to], w_xh: [from, to], w_hy: [from], b_h: [to], b_y: [0] };
  const index = indices[array];
  const flat = index.length > 1 ? from * units + to : index[0];
  return { array, index, flat, name: `${array}[${index.join(", ")}]` };
}
