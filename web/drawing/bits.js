// @ts-check
/** Bits as the page needs them to judge an answer; the lowest bit comes first everywhere. */

/** The bit that an output of the network stands for. */
export const isOne = (/** @type {number} */ output) => (output > 0.5 ? 1 : 0);

/** One bit of a number of any length. */
export const bitOf = (/** @type {bigint} */ number, /** @type {number} */ bit) =>
  Number((number >> BigInt(bit)) & 1n);

/** The number that the network says. @param {Float64Array} outputs */
export function numberIn(outputs) {
  const digits = Array.from(outputs, isOne).reverse().join("");
  return BigInt(`0b0${digits}`);
}

/**
 * The positions of the bits that the network says wrong, the lowest first.
 * @param {{a: bigint, b: bigint, outputs: Float64Array}} sum
 */
export function wrongBits({ a, b, outputs }) {
  const off = (numberIn(outputs) ^ (a + b)).toString(2);
  const bits = [...off].reverse().entries();
  return Array.from(bits, ([bit, wrong]) => (wrong === "1" ? bit : -1)).filter((bit) => bit >= 0);
}
