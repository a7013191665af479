// @ts-check
/**
 * How much of the carry the hidden units hold, honestly: read from all of them, from the best one,
 * and by chance; now, and before training.
 *
 * @typedef {import("../../runtime/messages.js").CarryReading} CarryReading
 */

import { say } from "../../drawing/dom.js";
import { percent } from "../../drawing/format.js";

const FITTED = 5; // bits of the widest sums that the reading is fitted to, as binadd/inside/readout.py
const BEATEN =
  " The weighted sum is the one of least squares: now and then a single unit is right more often.";

export class CarryMeter {
  #words;
  #rows;
  /** @type {number | null} */
  #before = null;

  /** @param {import("../../drawing/root.js").Root} root */
  constructor(root) {
    this.#words = root.find("carry-words", HTMLElement);
    this.#rows = ["all", "best", "chance"].map((name) => root.find(`meter-${name}`, HTMLElement));
  }

  /** A new run, or one taken up in its midst: what was before training is not known. */
  clear() {
    this.#before = null;
    for (const row of this.#rows) fill(row, 0, "–");
    say(this.#words, "");
  }

  /**
   * @param {CarryReading} reading
   * @param {number} bits
   * @param {boolean} untrained
   */
  update({ accuracyOfAll, accuracyOfBest, chance }, bits, untrained) {
    if (untrained) this.#before = accuracyOfAll;
    for (const [place, share] of [accuracyOfAll, accuracyOfBest, chance].entries()) {
      fill(this.#rows[place], share, percent(share));
    }
    const beaten = accuracyOfBest > accuracyOfAll ? BEATEN : "";
    say(this.#words, wordsOf(Math.min(bits, FITTED), this.#before, untrained) + beaten);
  }
}

/**
 * @param {HTMLElement} row
 * @param {number} share
 * @param {string} text
 */
function fill(row, share, text) {
  row.style.setProperty("--share", String(share));
  const value = row.querySelector("b");
  if (value) say(value, text);
}

/**
 * @param {number} bits
 * @param {number | null} before
 * @param {boolean} untrained
 */
function wordsOf(bits, before, untrained) {
  const what = `These are shares of all steps of all ${bits}-bit sums.`;
  if (before === null) return what;
  const then = `${percent(before)} of the carry`;
  return untrained
    ? `${what} Nothing is learnt yet, and ${then} is there already: random weights remember, too.`
    : `${what} Before training it was ${then} already: what training adds is above all to use it.`;
}
