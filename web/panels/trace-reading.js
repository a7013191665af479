// @ts-check
/** The line above the error trace: the values under the cursor, else the newest. */

import { say } from "../dom.js";
import { count, percent } from "../format.js";

/** @typedef {import("./trace-bins.js").Reading} Reading */

/**
 * @param {HTMLElement} line
 * @param {HTMLElement} where
 */
export function traceReading(line, where) {
  const values = [...line.querySelectorAll("b")]; // error, mean, share of sums right

  /**
   * @param {Reading} reading
   * @param {boolean} pointed  does the cursor point at it?
   */
  function show(reading, pointed) {
    const texts = [errorIn(reading), fixed(reading.mean), percentOf(reading.exact)];
    for (const [place, text] of texts.entries()) say(values[place], text);
    say(where, pointed ? placeOf(reading) : "");
  }

  return { show };
}

/** @param {Reading} reading */
function errorIn({ low, high }) {
  return high - low > 0.005 ? `${fixed(low)}–${fixed(high)}` : fixed(low);
}

/** @param {Reading} reading */
function placeOf({ from, to }) {
  return from === to ? `iteration ${count(from)}` : `iterations ${count(from)}–${count(to)}`;
}

const fixed = (/** @type {number} */ value) => (Number.isFinite(value) ? value.toFixed(2) : "–");

const percentOf = (/** @type {number} */ share) => (Number.isFinite(share) ? percent(share) : "–");

/**
 * The whole trace in a sentence, for those who cannot see it.
 * @param {Reading} newest
 */
export function summaryOf({ to, mean, exact }) {
  if (!Number.isFinite(mean)) return "Error trace: no iteration yet.";
  const share = Number.isFinite(exact) ? `, ${percent(exact)} of all sums right` : "";
  return `Error trace up to iteration ${count(to)}: mean error ${fixed(mean)}${share}.`;
}
