// @ts-check
/** Bits as the page needs them to judge an answer; the lowest bit comes first everywhere. */

/** The bit that an output of the network stands for. */
export const isOne = (/** @type {number} */ output) => (output > 0.5 ? 1 : 0);

/** One bit of a number below 2 ** 31. */
export const bitOf = (/** @type {number} */ number, /** @type {number} */ bit) =>
  (number >> bit) & 1;

/** The number that the network says. */
export const numberIn = (/** @type {Float64Array} */ outputs) =>
  outputs.reduce((number, output, bit) => number + isOne(output) * 2 ** bit, 0);
