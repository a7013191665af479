// @ts-check
/** Colours of the style sheet for pictures on a canvas. */

/** @typedef {[red: number, green: number, blue: number]} Colour  0 to 255 each */

/** @type {Map<string, string>} what was read: to read it anew, the browser looks at all rules */
const known = new Map();
/** @type {(() => void)[]} */
const followers = [];

/**
 * A colour as the style sheet has it in a property of the root.
 * @param {string} name
 */
export function colourTextOf(name) {
  let text = known.get(name);
  if (text === undefined) {
    text = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
    known.set(name, text);
  }
  return text;
}

/**
 * One that it keeps as six digits.
 * @param {string} name
 * @returns {Colour}
 */
export function colourOf(name) {
  const digits = Number.parseInt(colourTextOf(name).slice(1), 16);
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

/** Call `draw` whenever the visitor chooses other colours. */
export const followTheme = (/** @type {() => void} */ draw) => followers.push(draw);

function recolour() {
  known.clear();
  for (const draw of followers) draw();
}

addEventListener("themechange", recolour);
matchMedia("(forced-colors: active)").addEventListener("change", recolour);
