// @ts-check
/** Numbers as the page writes them; one place, so that every panel writes them alike. */

const grouped = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** A whole number with its thousands apart: 12,345. */
export const count = (/** @type {number} */ number) => grouped.format(number);

/** A share in percent, rounded down: "100.0 %" means all of them. */
export function percent(/** @type {number} */ share) {
  const tenths = Math.floor(share * 1000 + 1e-9);
  return `${(tenths / 10).toFixed(1)} %`;
}

/** "1 bit", "2 bits". */
export const plural = (/** @type {number} */ number, /** @type {string} */ noun) =>
  `${count(number)} ${noun}${number === 1 ? "" : "s"}`;
