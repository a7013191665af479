// @ts-check
/** The shades of values from 0 to 1 for canvas pictures; their ends stand in the style sheet. */

const STEPS = 64;

/** @type {string[]} */
let shades = [];
/** @type {Map<string, string>} what was read of the style sheet */
const colours = new Map();
/** @type {(() => void)[]} */
const redraws = [];

/** @param {number} value  from 0 to 1 */
export const shadeOf = (value) => shades[Math.round(value * STEPS)] ?? "transparent";

/**
 * A colour of the style sheet, by the name of its property.
 * @param {string} name
 */
export function colourOf(name) {
  let colour = colours.get(name);
  if (colour === undefined) {
    colour = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
    colours.set(name, colour);
  }
  return colour;
}

/** @param {() => void} redraw  called whenever the visitor chooses other colours */
export const onColours = (redraw) => redraws.push(redraw);

/** From 0 by one half to 1, as the cells of the grid. */
function mix() {
  const [zero, half, one] = ["zero", "half", "one"].map((name) => channels(colourOf(name)));
  shades = Array.from({ length: STEPS + 1 }, (_, step) => {
    const share = (2 * step) / STEPS;
    return share < 1 ? between(zero, half, share) : between(half, one, share - 1);
  });
}

/** @param {string} colour  like #0b57a8 */
const channels = (colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/**
 * @param {number[]} from
 * @param {number[]} to
 * @param {number} share
 */
const between = (from, to, share) =>
  `rgb(${from.map((channel, i) => Math.round(channel + share * (to[i] - channel))).join(" ")})`;

function repaint() {
  colours.clear();
  mix();
  for (const redraw of redraws) redraw();
}

mix();
addEventListener("themechange", repaint);
matchMedia("(forced-colors: active)").addEventListener("change", repaint);
