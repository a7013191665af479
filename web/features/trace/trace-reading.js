// @ts-check
/** The line above the error trace: the values under the cursor, else the newest. */

import { say } from "../../drawing/dom.js";
import { count, percent } from "../../drawing/format.js";
import { clickText, settledText } from "./trace-marks.js";

/**
 * @typedef {import("./trace-bins.js").Reading} Reading
 * @typedef {{iteration: number, exact: number, perRipple: Float64Array} | undefined} Measured
 */

const HINT = "drag the chart to zoom"; // with a mouse, a pen or a finger

/**
 * @param {HTMLElement} line
 * @param {HTMLElement} where
 */
export function traceReading(line, where) {
  const values = [...line.querySelectorAll("b")]; // error, mean, sums right, by carry length
  const last = /** @type {HTMLElement} */ (line.lastElementChild);

  /**
   * @param {{reading: Reading, pointed: boolean, running: boolean, measured: Measured}} at
   *   pointed: by the cursor
   */
  function show({ reading, pointed, running, measured }) {
    const texts = [errorIn(reading), fixed(reading.mean), percentOf(measured)];
    if (!last.hidden) texts.push(byLength(measured?.perRipple));
    for (const [place, text] of texts.entries()) say(values[place], text);
    say(where, pointed || running ? placesOf(reading, measured) : HINT);
  }

  /** @param {boolean} wanted */
  function ripples(wanted) {
    last.hidden = !wanted;
  }

  return { show, ripples };
}

/** @param {Float64Array | undefined} shares  for carries over 0, 1, 2, ... bits */
function byLength(shares) {
  if (!shares) return "–";
  const percents = [...shares].filter(Number.isFinite).map((share) => Math.floor(100 * share));
  return percents.join(" · ");
}

/** @param {Reading} reading */
function errorIn({ low, high }) {
  return high - low > 0.005 ? `${fixed(low)}–${fixed(high)}` : fixed(low);
}

/** @param {Reading} reading */
function placeOf({ from, to }) {
  return from === to ? `iteration ${count(from)}` : `iterations ${count(from)}–${count(to)}`;
}

/** Where the error was so, and after how many iterations so many sums came out right.
 * @param {Reading} reading
 * @param {Measured} measured
 */
const placesOf = (reading, measured) =>
  measured ? `${placeOf(reading)}; sums at ${count(measured.iteration)}` : placeOf(reading);

const fixed = (/** @type {number} */ value) => (Number.isFinite(value) ? value.toFixed(2) : "–");

const percentOf = (/** @type {Measured} */ measured) => (measured ? percent(measured.exact) : "–");

/**
 * One place of the trace in a sentence, for those who move along it by keyboard.
 * @param {{reading: Reading, measured: Measured}} at
 */
export const spokenOf = ({ reading, measured }) =>
  `${placeOf(reading)}: error ${errorIn(reading)}, mean ${fixed(reading.mean)}, ` +
  `sums right ${percentOf(measured)}`;

/**
 * The whole trace in a sentence, for those who cannot see it.
 * @param {Reading} newest
 * @param {Measured} measured
 * @param {{clicked?: number, settled?: number}} moments  the iterations at which most sums came to be
 *   right, and from which on all are
 */
export function summaryOf({ to, mean }, measured, { clicked, settled }) {
  if (!Number.isFinite(mean)) return "Error trace: no iteration yet.";
  const after = measured && `after ${count(measured.iteration)}`;
  const share = measured ? `, ${percentOf(measured)} of all sums right ${after}` : "";
  const click = clicked === undefined ? "" : ` First ${clickText(clicked)}.`;
  const end = settled === undefined ? "" : ` Then ${settledText(settled)}.`;
  return `Error trace up to iteration ${count(to)}: mean error ${fixed(mean)}${share}.${click}${end}`;
}
