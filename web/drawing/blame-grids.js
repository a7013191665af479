// @ts-check
/**
 * Derivatives in squares, one for every weight of the memory: its area is the size, filled is
 * positive, hollow negative. Each column stamps such a grid: the state before it, down the left edge,
 * times its blame, along the head; the stamps add up to the gradient.
 *
 * @typedef {import("../runtime/messages.js").Lesson} Lesson
 * @typedef {{left: number, top: number, side: number}} Box
 */

import { middleOf } from "./blame-miss.js";
import { colourTextOf } from "./colours.js";
import { make } from "./dom.js";
import { shadeOf } from "./shades.js";

const SIGNED = 6; // pixels of a cell; in a smaller one a sign cannot be seen, and its size is a shade
export const MANY = 32; // units; with more of them every cell is that small
const STRIP = 7; // pixels of a state or a blame beside its stamp
const GAP = 2;

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Box} box
 * @param {Float64Array} values  of all units by all units, row by row
 * @param {number} most  as large as a whole cell
 */
export function paintSquares(context, box, values, most) {
  const units = Math.sqrt(values.length);
  const cell = box.side / units;
  if (!most) return;
  if (cell < SIGNED || units > MANY) return paintShades(context, box, values, most);
  context.fillStyle = context.strokeStyle = colourTextOf("blame");
  context.lineWidth = 1;
  for (const [place, value] of values.entries()) {
    const size = (cell - 1) * Math.sqrt(Math.abs(value) / most);
    const x = box.left + cell * (place % units) + (cell - size) / 2;
    const y = box.top + cell * Math.floor(place / units) + (cell - size) / 2;
    if (value > 0 || size < 2) context.fillRect(x, y, size, size);
    else context.strokeRect(x + 0.5, y + 0.5, size - 1, size - 1);
  }
}

/**
 * Sizes alone, as shades, all at once: there may be thousands in a stamp.
 * @param {CanvasRenderingContext2D} context
 * @param {Box} box
 * @param {Float64Array} values
 * @param {number} most
 */
function paintShades(context, { left, top, side }, values, most) {
  const units = Math.sqrt(values.length);
  const small = make("canvas");
  small.width = small.height = units;
  const pen = small.getContext("2d");
  if (!pen) return;
  const image = pen.createImageData(units, units);
  for (const [place, value] of values.entries()) {
    image.data[4 * place + 3] = 255 * Math.sqrt(Math.abs(value) / most);
  }
  pen.putImageData(image, 0, 0);
  pen.globalCompositeOperation = "source-in";
  pen.fillStyle = colourTextOf("blame");
  pen.fillRect(0, 0, units, units);
  context.imageSmoothingEnabled = false;
  context.drawImage(small, left, top, side, side);
}

/** The largest size there is in the sum of all stamps, or in any of them. @param {Lesson} lesson */
export function largestOf({ gradient, whole }) {
  let most = 0;
  for (const array of [gradient.w_hh, whole.w_hh]) {
    for (const value of array) most = Math.max(most, Math.abs(value));
  }
  return most;
}

/**
 * @param {Lesson} lesson
 * @param {CanvasRenderingContext2D} context
 * @param {number} width
 * @param {number} height
 */
export function paintStamps(lesson, context, width, height) {
  const bits = lesson.outputs.length;
  const units = lesson.hidden.length / bits;
  const [most, worst] = [largestOf(lesson), Math.max(...lesson.d_hidden.map(Math.abs))];
  const column = width / bits;
  const side = Math.min(column * 0.8, height - 24) - STRIP - GAP;
  const top = (height - side - STRIP - GAP) / 2 + STRIP + GAP;
  for (let bit = 0; bit < bits; bit += 1) {
    const box = { left: middleOf(bit, bits, width) - (side - STRIP - GAP) / 2, top, side };
    const own = (/** @type {Float64Array} */ array, /** @type {number} */ size) =>
      array.subarray(bit * size, (bit + 1) * size);
    frame(context, box);
    paintSquares(context, box, own(lesson.gradient.w_hh, units ** 2), most);
    edges(context, box, own(lesson.previous, units), own(lesson.d_hidden, units), worst);
    if (bit > 0) plus(context, box.left + side + (column - side) / 2 - STRIP / 2, top + side / 2);
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Box} box
 */
export function frame(context, { left, top, side }) {
  context.lineWidth = 1;
  context.strokeStyle = colourTextOf("edge");
  context.strokeRect(left - 0.5, top - 0.5, side + 1, side + 1);
}

/**
 * What a stamp is made of: the state from the right column, the blame from below.
 * @param {CanvasRenderingContext2D} context
 * @param {Box} box
 * @param {Float64Array} state
 * @param {Float64Array} blame
 * @param {number} worst  the largest blame of any unit
 */
function edges(context, { left, top, side }, state, blame, worst) {
  const cell = side / state.length;
  for (const [unit, value] of state.entries()) {
    context.fillStyle = shadeOf(value);
    context.fillRect(left - GAP - STRIP, top + unit * cell, STRIP, cell);
    context.fillStyle = colourTextOf("blame");
    context.globalAlpha = worst ? Math.sqrt(Math.abs(blame[unit]) / worst) : 0;
    context.fillRect(left + unit * cell, top - GAP - STRIP, cell, STRIP);
    context.globalAlpha = 1;
  }
  context.strokeStyle = colourTextOf("memory");
  context.strokeRect(left - GAP - STRIP - 0.5, top - 0.5, STRIP + 1, side + 1);
  context.strokeStyle = colourTextOf("blame");
  context.strokeRect(left - 0.5, top - GAP - STRIP - 0.5, side + 1, STRIP + 1);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} x
 * @param {number} y
 */
function plus(context, x, y) {
  context.fillStyle = colourTextOf("ink");
  context.fillRect(x - 4, y - 0.75, 8, 1.5);
  context.fillRect(x - 0.75, y - 4, 1.5, 8);
}
