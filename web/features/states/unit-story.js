// @ts-check
/**
 * How much of the carry the hidden units tell, honestly, in words: one of them alone, all together,
 * and whoever does not look at any; now, and before training.
 *
 * @typedef {import("../../runtime/messages.js").CarryReading} CarryReading
 */

import { percent } from "../../drawing/format.js";

const FITTED = 5; // bits of the widest sums that the reading is fitted to, as binadd/inside/readout.py

/**
 * One unit and its cut.
 * @param {number} unit
 * @param {CarryReading} reading
 * @param {number} bits  of the run
 */
export function storyOf(unit, { accuracies, thresholds, rising, gaps }, bits) {
  const steps = `steps of ${Math.min(bits, FITTED)}-bit sums`;
  const tells = `Unit ${unit} alone tells the carry in ${percent(accuracies[unit])} of ${steps}`;
  const cut = thresholds[unit];
  if (cut <= 0 || cut >= 1) return `${tells}: wherever it is cut, the commoner answer is as good.`;
  const side = rising[unit] ? "above" : "below";
  const clear = gaps[unit] / 2;
  const near = clear < 10 ** -MOST ? "states come nearer" : "no state comes nearer";
  const distance = digits(Math.max(clear, 10 ** -MOST), 1);
  return `${tells}, if a state ${side} ${digits(cut, 1)} is read as one; ${near} to that cut than ${distance}.`;
}

/**
 * @param {CarryReading} reading
 * @param {number | null} before  the share of all units before training, if it is known
 * @param {boolean} untrained
 */
export function carryWords({ accuracyOfAll, chance }, before, untrained) {
  const now = `All together ${percent(accuracyOfAll)}`;
  const blind = `without looking ${percent(chance)}.`;
  if (untrained) return `${now} already, for random weights remember, too; ${blind}`;
  const then = before === null ? "" : `, before training ${percent(before)} already`;
  return `${now}${then}; ${blind}`;
}

const MOST = 4; // decimals

/**
 * A state or a distance with as many decimals as tell it from 0 and 1: .63, .006, .0003.
 * @param {number} value
 * @param {number} [more]  decimals than that, if it is near to either
 */
export function digits(value, more = 0) {
  const nearest = Math.max(Math.min(value, 1 - value), 10 ** -MOST);
  const decimals = Math.min(Math.max(Math.ceil(-Math.log10(nearest)) + more, 2), MOST);
  return value.toFixed(decimals).replace(/^0/, "");
}
