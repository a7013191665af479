// @ts-check
/** Sizes of blame as text and as heights: they reach over many powers of ten. */

const DECADES = 4; // powers of ten that a logarithmic scale shows
const SMALL = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A number in five letters or so: 1.3, .58, −.0058, 6·10⁻⁵; "0" stands for nothing at all. */
export function brief(/** @type {number} */ number) {
  const size = Math.abs(number);
  const sign = number < 0 ? "−" : "";
  if (size === 0) return "0";
  if (size < 0.00095) return sign + powerOf(size);
  const digits = Math.min(Math.max(1 - Math.floor(Math.log10(size)), 1), 4);
  return sign + size.toFixed(digits).replace(/^0/, "");
}

/** A share of what one output has given: 1, .21, 1/930, 10⁻⁵, or "–" where nothing arrives. */
export function share(/** @type {number} */ part) {
  if (!(part > 0)) return "–";
  if (part >= 0.995) return part < 1.05 ? "1" : part.toFixed(1);
  if (part >= 0.0995) return part.toFixed(2).replace(/^0/, "");
  if (part >= 1 / 999.5) return `1/${Math.round(1 / part)}`;
  return `10${small(Math.round(Math.log10(part)))}`;
}

/** @param {number} size */
function powerOf(size) {
  const power = Math.floor(Math.log10(size));
  const digit = Math.round(size / 10 ** power);
  return digit === 10 ? `1·10${small(power + 1)}` : `${digit}·10${small(power)}`;
}

/** An exponent. @param {number} power */
const small = (power) =>
  (power < 0 ? "⁻" : "") +
  [...String(Math.abs(power))].map((digit) => SMALL[Number(digit)]).join("");

/**
 * How high a size stands in a picture, from 0 to 1.
 * @param {number} size
 * @param {number} most  the largest in the picture
 * @param {boolean} log  over four powers of ten, instead of in proportion
 */
export function heightOf(size, most, log) {
  if (!(size > 0)) return 0;
  return log ? Math.max(0, 1 + Math.log10(size / most) / DECADES) : size / most;
}
