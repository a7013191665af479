// @ts-check
/** Weights as colours and as text: the sign is told in either. */

import { colourOf, mix } from "../../drawing/colours.js";

export const SHADES = 100; // on each side of zero

/** The dash is as much darker than its cell, however faint that is. */
export const dashShade = (/** @type {number} */ share) =>
  Math.round(SHADES * Math.max(0.6 + share, 0));

/** From the most negative by zero to the most positive. */
export function shades() {
  const [minus, zero, plus] = ["weight-minus", "weight-zero", "weight-plus"].map(colourOf);
  return Array.from({ length: 2 * SHADES + 1 }, (_, step) => {
    const share = step / SHADES - 1;
    return `rgb(${mix(zero, share < 0 ? minus : plus, Math.abs(share)).join(" ")})`;
  });
}

/**
 * The end of a scale: 1, 2 or 5 times a power of ten, so that it rarely changes.
 * @param {number} most  the largest that it must hold, more than 0
 */
export function endOf(most) {
  const power = 10 ** Math.floor(Math.log10(most));
  return power * ([1, 2, 5].find((times) => times * power >= most) ?? 10);
}

/**
 * @param {number} number
 * @param {number} digits  significant ones
 */
export function signed(number, digits) {
  const size = Math.abs(number);
  return `${number < 0 ? "−" : "+"}${size < 1e-4 && size > 0 ? size.toExponential(digits - 1) : Number(size.toPrecision(digits))}`;
}
