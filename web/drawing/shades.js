// @ts-check
/** The shades of values from 0 to 1 for canvas pictures; their ends stand in the style sheet. */

import { colourOf, followTheme, mix } from "./colours.js";

const STEPS = 64;

/** @type {string[]} */
let shades = [];

/** @param {number} value  from 0 to 1 */
export const shadeOf = (value) => shades[Math.round(value * STEPS)] ?? "transparent";

/** From 0 by one half to 1. */
function remix() {
  const [zero, half, one] = ["state-zero", "state-half", "state-one"].map(colourOf);
  shades = Array.from({ length: STEPS + 1 }, (_, step) => {
    const share = (2 * step) / STEPS;
    const colour = share < 1 ? mix(zero, half, share) : mix(half, one, share - 1);
    return `rgb(${colour.join(" ")})`;
  });
}

remix();
followTheme(remix);
