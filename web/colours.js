// @ts-check
/** Colours of the style sheet for pictures that are painted pixel by pixel. */

/** @typedef {[red: number, green: number, blue: number]} Colour  0 to 255 each */

/**
 * A colour that the style sheet keeps as six digits in a property of the root.
 * @param {string} name
 * @returns {Colour}
 */
export function colourOf(name) {
  const text = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const digits = Number.parseInt(text.slice(1), 16);
  return [digits >> 16, (digits >> 8) & 255, digits & 255];
}

/**
 * @param {Colour} from
 * @param {Colour} to
 * @param {number} share  0: from, 1: to
 * @returns {Colour}
 */
export const mix = (from, to, share) => [
  Math.round(from[0] + (to[0] - from[0]) * share),
  Math.round(from[1] + (to[1] - from[1]) * share),
  Math.round(from[2] + (to[2] - from[2]) * share),
];

/** Call `draw` whenever the page goes from light to dark or back. */
export const followTheme = (/** @type {() => void} */ draw) =>
  addEventListener("themechange", draw);
