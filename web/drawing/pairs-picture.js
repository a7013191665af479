// @ts-check
/**
 * Every pair of numbers as one pixel, a from left to right and b from the bottom up. Where all are
 * right one sees what there was to learn: how far each pair's carry must be handed on.
 */

import { colourOf, mix } from "./colours.js";
import { longestCarries } from "./carries.js";

/** @typedef {import("./colours.js").Colour} Colour */

/**
 * @param {HTMLCanvasElement} canvas  2^(bits - 1) pixels wide and high
 * @param {Uint8Array} map  how many bits are wrong in a + b, at a * operands + b
 * @param {number} bits  width of the sums
 */
export function paintPairs(canvas, map, bits) {
  const context = canvas.getContext("2d");
  if (!context) return;
  const [{ right, wrong }, size] = [palettesFor(bits), 1 << (bits - 1)];
  const carries = longestCarries(bits);
  const image = context.createImageData(size, size);
  const pixels = new Uint32Array(image.data.buffer);
  for (let b = 0; b < size; b++) {
    const row = (size - 1 - b) * size; // pictures run from the top down
    for (let a = 0; a < size; a++) {
      const pair = a * size + b;
      pixels[row + a] = map[pair] ? wrong[map[pair] - 1] : right[carries[pair]];
    }
  }
  context.putImageData(image, 0, 0);
}

/**
 * The longer the carry of a pair that is right, and the more bits of one that is not are wrong, the
 * paler; so it reads in shades of grey, too.
 * @param {number} bits
 */
function palettesFor(bits) {
  const [right, far] = ["map-right", "map-far"].map(colourOf);
  const [slightly, wholly] = ["map-one", "map-all"].map(colourOf);
  const most = Math.max(bits - 1, 1);
  const ramp = (/** @type {Colour} */ from, /** @type {Colour} */ to) => {
    const colours = Array.from({ length: bits }, (_, n) => mix(from, to, n / most));
    return new Uint32Array(new Uint8Array(colours.flatMap((each) => [...each, 255])).buffer);
  };
  return { right: ramp(right, far), wrong: ramp(slightly, wholly) };
}
