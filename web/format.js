// @ts-check
/** Numbers as the page writes them; one place, so that every panel writes them alike. */

const grouped = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** A whole number with its thousands apart: 12,345. */
export const count = (/** @type {number} */ number) => grouped.format(number);

/** A share in percent: only all of them are "100 %", and only none of them "0 %". */
export function percent(/** @type {number} */ share) {
  if (share === 0 || share === 1) return `${100 * share} %`;
  return `${Math.min(Math.max(100 * share, 0.01), 99.99).toFixed(2)} %`;
}

/** "1 bit", "2 bits". */
export const plural = (/** @type {number} */ number, /** @type {string} */ noun) =>
  `${count(number)} ${noun}${number === 1 ? "" : "s"}`;
