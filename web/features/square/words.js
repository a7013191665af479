// @ts-check
/**
 * The square in sentences.
 *
 * @typedef {import("../../runtime/messages.js").Square} Square
 * @typedef {import("../../runtime/messages.js").Way} Way
 * @typedef {import("../../state/page-state.js").Pinned} Pinned
 */

import { isOne, numberIn } from "../../drawing/bits.js";
import { percent, plural, whole } from "../../drawing/format.js";
import { ONES } from "../../drawing/marks-of-ones.js";

const COUNTED = ["No place", "One place", "Two places", "Three places", "Four places"];

/** Where the states lie, and what is told by it. @param {Square} square */
export function leadOf({ iteration, places, writes, carries }) {
  const when = iteration ? `After ${plural(iteration, "iteration")}` : "Before any training";
  const enough =
    places < 4 ? "an adder needs four" : "one for each number of ones, as an adder needs";
  return (
    `${COUNTED[places]} can be told apart: ${enough}. ${when} the right bit is written in ` +
    `${percent(writes.right)} of all steps, and the carry is read right in ${percent(carries.right)}.`
  );
}

/** One step of the way. @param {Way} way @param {number} step */
export function stepWords({ bits, ones, outputs }, step) {
  const [first, second] = [bits[2 * step], bits[2 * step + 1]];
  const carry = ones[step] - first - second;
  const said = isOne(outputs[step]);
  const met = `${ONES[ones[step]]} ${ones[step] === 1 ? "meets" : "meet"}`;
  const verdict = said === (ones[step] & 1) ? "" : ", which is wrong";
  return `Bit ${step}: ${first} + ${second} and ${carry ? "a carry of 1" : "no carry"}, ${met}. It writes ${said}${verdict}.`;
}

/**
 * What came of another sum's state.
 * @param {Way} way
 * @param {NonNullable<Pinned["graft"]>} graft
 */
export function jumpWords({ bits, ones, outputs }, { a, b, step }) {
  const carry = ones[step] - bits[2 * step] - bits[2 * step + 1];
  const expected = numberIn(Float64Array.from(ones, (met) => met & 1));
  const says = numberIn(outputs);
  const donor = `${whole(a)} + ${whole(b)}`;
  return (
    `Before bit ${step} it has the state of ${donor}, which ${carry ? "carries a 1" : "carries nothing"} there: ` +
    `the point jumps, and the sum goes on from there. With that carry ${whole(expected)} is right; ` +
    `the network says ${whole(says)}${says === expected ? "" : ", which is wrong"}.`
  );
}

/**
 * Another sum whose carry into a bit is not that of this one.
 * @param {Way} way
 * @param {number} step  from 1
 * @returns {NonNullable<Pinned["graft"]>}
 */
export function donorFor({ ones }, step) {
  const carries = ones[step - 1] > 1;
  return carries ? { a: 0n, b: 0n, step } : { a: 2n ** BigInt(step) - 1n, b: 1n, step };
}
