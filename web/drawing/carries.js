// @ts-check
/** Over how many bits the longest carry of a sum runs. */

/** @type {Map<number, Uint8Array>} */
const known = new Map();

/**
 * @param {number} bits  width of the sums
 * @returns {Uint8Array}  of all pairs, at a * operands + b
 */
export function longestCarries(bits) {
  let all = known.get(bits);
  if (all) return all;
  const size = 1 << (bits - 1);
  all = new Uint8Array(size * size).map((_, pair) =>
    longestCarry(Math.floor(pair / size), pair % size),
  );
  known.set(bits, all);
  return all;
}

/**
 * A carry is born of two ones, handed on by one, and ends where there is none.
 * @param {number} a
 * @param {number} b
 */
export function longestCarry(a, b) {
  let [run, longest] = [0, 0];
  for (let [x, y] = [a, b]; x || y; [x, y] = [x >> 1, y >> 1]) {
    const ones = (x & 1) + (y & 1);
    if (ones === 2) run = 1;
    else run = ones && run ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
