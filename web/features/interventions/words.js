// @ts-check
/**
 * What a changed network can still do, in words.
 *
 * @typedef {import("../../runtime/messages.js").Accuracy} Accuracy
 * @typedef {import("../../runtime/messages.js").Transplant} Transplant
 */

import { count, percent } from "../../drawing/format.js";

/**
 * @param {Accuracy} now
 * @param {Accuracy | null} before  of the true network
 * @param {import("../../state/page-state.js").Change["kind"]} kind  of the change
 */
export function effectOf(now, before, kind) {
  const what = now.all ? `${count(now.pairs)} sums` : `a sample of ${count(now.pairs)} sums`;
  const then = before && before.iteration !== now.iteration;
  const when = then ? ` at iteration ${count(before.iteration)}` : "";
  const was = before ? `, ${rightOf(before)} without the change${when}` : "";
  return `${rightOf(now)} of ${what} right (${percent(now.exact)})${was}.${carries(now, kind)}`;
}

const rightOf = (/** @type {Accuracy} */ { exact, pairs }) => count(exact * pairs);

/**
 * @param {Accuracy} accuracy
 * @param {import("../../state/page-state.js").Change["kind"]} kind
 */
function carries({ perRipple: [never, ...others] }, kind) {
  if (never !== 1 || others.some((share) => share > 0)) return "";
  const so = kind === "silence" ? ": the carry lived in this unit." : ", all of them.";
  return ` Left are just the sums that never carry${so}`;
}

/**
 * @param {Transplant} done
 * @param {{host: string[], donor: string[], step: number}} asked
 */
export function transplantWords({ answer, donorCarry, expected, asExpected }, asked) {
  const [host, donor] = [asked.host, asked.donor].map((pair) =>
    pair.map((n) => n.trim()).join(" + "),
  );
  const carry = donorCarry ? "a carry of 1" : "no carry";
  const school = `With the carry of ${donor} there, ${carry}, a schoolbook adder gets ${count(expected)}`;
  return (
    `${host}, from bit ${asked.step} on with the memory of ${donor}: the network says ` +
    `${count(answer)}. ${school}: ${asExpected ? "✓ the same." : "✗ not the same."}`
  );
}
