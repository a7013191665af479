// @ts-check
/** Every pair of numbers as one pixel, a from left to right and b from the bottom up. */

import { colourOf, mix } from "./colours.js";

/**
 * @param {HTMLCanvasElement} canvas  2^(bits - 1) pixels wide and high
 * @param {Uint8Array} map  how many bits are wrong in a + b, at a * operands + b
 * @param {number} bits  width of the sums
 */
export function paintPairs(canvas, map, bits) {
  const context = canvas.getContext("2d");
  if (!context) return;
  const [palette, size] = [paletteFor(bits), 1 << (bits - 1)];
  const image = context.createImageData(size, size);
  const pixels = new Uint32Array(image.data.buffer);
  for (let b = 0; b < size; b++) {
    const row = (size - 1 - b) * size; // pictures run from the top down
    for (let a = 0; a < size; a++) pixels[row + a] = palette[map[a * size + b]];
  }
  context.putImageData(image, 0, 0);
}

/**
 * The more bits are wrong the paler, so that it reads in shades of grey too.
 * @param {number} bits
 */
function paletteFor(bits) {
  const [right, slightly, wholly] = ["map-right", "map-one", "map-all"].map(colourOf);
  const wrong = Array.from({ length: bits }, (_, n) =>
    mix(slightly, wholly, n / Math.max(bits - 1, 1)),
  );
  const bytes = [right, ...wrong].flatMap((colour) => [...colour, 255]);
  return new Uint32Array(new Uint8Array(bytes).buffer);
}
