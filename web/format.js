// @ts-check
/** Numbers and reasons as the page writes them; one place, so that every panel writes them alike. */

const grouped = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** A whole number with its thousands apart: 12,345. */
export const count = (/** @type {number} */ number) => grouped.format(number);

/** A share in percent: only all of them are "100 %", and only none of them "0 %". */
export function percent(/** @type {number} */ share) {
  if (share === 0 || share === 1) return `${100 * share} %`;
  return `${Math.min(Math.max(100 * share, 0.01), 99.99).toFixed(2)} %`;
}

const DIGITS = 24; // a longer number is shortened in its middle
const SMALL = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A whole number of any length, in words' company: 12,345, or its ends and how long it is. */
export function whole(/** @type {bigint} */ number) {
  const digits = String(number);
  if (digits.length <= DIGITS) return grouped.format(number);
  return `${digits.slice(0, 8)}…${digits.slice(-8)} (${digits.length} digits)`;
}

/** A whole number of any length where there is little room: 12,345, or 2.1·10⁹. */
export function short(/** @type {bigint} */ number) {
  const digits = String(number);
  if (digits.length <= 5) return grouped.format(number);
  const leading = Math.round(Number(digits.slice(0, 4)) / 100); // two digits, or 100
  const power = String(digits.length - (leading < 100 ? 1 : 0));
  const small = [...power].map((digit) => SMALL[Number(digit)]).join("");
  return `${(leading < 100 ? leading / 10 : 1).toFixed(1)}·10${small}`;
}

/** "1 bit", "2 bits". */
export const plural = (/** @type {number} */ number, /** @type {string} */ noun) =>
  `${count(number)} ${noun}${number === 1 ? "" : "s"}`;

/** A reason as Python gives it, the end of a sentence of ours: with a full stop, and with only one. */
export const closed = (/** @type {string} */ reason) =>
  reason.endsWith(".") ? reason : `${reason}.`;

/** The same as a sentence by itself: Python's begin with a name in small letters. */
export const sentence = (/** @type {string} */ reason) =>
  reason && `${reason[0].toUpperCase()}${closed(reason).slice(1)}`;
