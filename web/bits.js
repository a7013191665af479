// @ts-check
/** Bits as the page needs them to judge an answer; the lowest bit comes first everywhere. */

/** The bit that an output of the network stands for. */
export const isOne = (/** @type {number} */ output) => (output > 0.5 ? 1 : 0);

/** One bit of a number of any length. */
export const bitOf = (/** @type {bigint} */ number, /** @type {number} */ bit) =>
  Number((number >> BigInt(bit)) & 1n);

/** The number that the network says. */
export const numberIn = (/** @type {Float64Array} */ outputs) =>
  [...outputs].reduceRight((number, output) => (number << 1n) | BigInt(isOne(output)), 0n);

/**
 * The positions of the bits that the network says wrong, the lowest first.
 * @param {{a: bigint, b: bigint, outputs: Float64Array}} sum
 */
export function wrongBits({ a, b, outputs }) {
  const off = numberIn(outputs) ^ (a + b);
  return Array.from(outputs, (_, bit) => bit).filter((bit) => bitOf(off, bit));
}
