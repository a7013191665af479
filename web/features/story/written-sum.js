// @ts-check
/**
 * A sum as somebody writes it who sees one column at a time, held against the schoolbook's. Bits from the
 * lowest up; a mark at a place is the one that the column before has left for it.
 *
 * @typedef {{sum: number[], carry: number[]}} Sum  of T bits; carry: into each column
 * @typedef {{bits: number[], marks: number[], done: number, touched: boolean}} Written
 *   done: how many columns were left; touched: was anything written?
 */

/**
 * @param {number[]} first
 * @param {number[]} second
 * @returns {Sum}
 */
export function schoolbook(first, second) {
  const sum = [];
  const carry = [0];
  for (const [bit, one] of first.entries()) {
    const ones = one + second[bit] + carry[bit];
    sum.push(ones % 2);
    carry.push(ones > 1 ? 1 : 0);
  }
  return { sum, carry: carry.slice(0, first.length) };
}

/**
 * What there is to say of it, and at which bit.
 * @param {Written} written
 * @param {Sum} truth
 * @returns {{is: "none" | "unfinished" | "invented" | "headed" | "missing" | "needless" | "slip", bit: number}}
 */
export function judge({ bits, marks, done, touched }, { sum, carry }) {
  if (!touched && done === 0) return { is: "none", bit: 0 };
  if (done < sum.length) return { is: "unfinished", bit: done };
  const bit = sum.findIndex((one, place) => one !== bits[place]);
  if (bit < 0) {
    const same = carry.every((mark, place) => mark === marks[place]);
    return { is: same ? "invented" : "headed", bit: 0 };
  }
  if (marks[bit] === carry[bit]) return { is: "slip", bit };
  return { is: carry[bit] ? "missing" : "needless", bit };
}
