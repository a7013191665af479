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
import { shadeOf } from "./shades.js";

const SIGNED = 6; // pixels of a cell; in a smaller one a sign cannot be seen, and its size is a shade
const STRIP = 7; // pixels of a state or a blame beside its stamp
const GAP = 2;

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Box} box
 * @param {ArrayLike<number>} values  row by row
 * @param {{across: number, down: number, most: number}} shape  most: as large as a whole cell
 */
export function paintSquares(context, { left, top, side }, values, { across, down, most }) {
  const [wide, high] = [side / across, side / down];
  context.fillStyle = context.strokeStyle = colourTextOf("blame");
  context.lineWidth = 1;
  for (let place = 0; place < values.length && most > 0; place += 1) {
    const share = Math.abs(values[place]) / most;
    const [x, y] = [left + wide * (place % across), top + high * Math.floor(place / across)];
    if (Math.min(wide, high) < SIGNED) {
      context.globalAlpha = Math.sqrt(share);
      context.fillRect(x, y, wide, high);
      continue;
    }
    const size = (Math.min(wide, high) - 1) * Math.sqrt(share);
    const [atX, atY] = [x + (wide - size) / 2, y + (high - size) / 2];
    if (values[place] > 0 || size < 2) context.fillRect(atX, atY, size, size);
    else context.strokeRect(atX + 0.5, atY + 0.5, size - 1, size - 1);
  }
  context.globalAlpha = 1;
}

/** The largest size there is in the sum of all stamps, or in any of them. @param {Lesson} lesson */
export function largestOf({ gradient, whole }) {
  let most = 0;
  for (const value of [gradient.w_hh, whole.w_hh].flatMap((array) => [...array])) {
    most = Math.max(most, Math.abs(value));
  }
  return most;
}

/**
 * @param {Lesson} lesson
 * @returns {(context: CanvasRenderingContext2D, width: number, height: number) => void}
 */
export function stampPainter(lesson) {
  const bits = lesson.outputs.length;
  const units = lesson.hidden.length / bits;
  const most = largestOf(lesson);
  const worst = Math.max(...lesson.d_hidden.map(Math.abs));
  return (context, width, height) => {
    const column = width / bits;
    const side = Math.min(column * 0.8, height - 24) - STRIP - GAP;
    const top = (height - side - STRIP - GAP) / 2 + STRIP + GAP;
    for (let bit = 0; bit < bits; bit += 1) {
      const box = { left: middleOf(bit, bits, width) - (side - STRIP - GAP) / 2, top, side };
      const own = (/** @type {Float64Array} */ array, /** @type {number} */ size) =>
        array.subarray(bit * size, (bit + 1) * size);
      frame(context, box);
      paintSquares(context, box, own(lesson.gradient.w_hh, units ** 2), {
        ...{ across: units, down: units, most },
      });
      edges(context, box, own(lesson.previous, units), own(lesson.d_hidden, units), worst);
      if (bit > 0) plus(context, box.left + side + (column - side) / 2 - STRIP / 2, top + side / 2);
    }
  };
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
