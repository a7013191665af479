// @ts-check
/**
 * What is drawn in each still, and the same in a few words.
 *
 * @typedef {import("../runtime/messages.js").Lesson} Lesson
 * @typedef {import("./blame-picture.js").View} View
 * @typedef {(room: import("./fitted-drawing.js").Room) => Element[]} Draw
 * @typedef {(context: CanvasRenderingContext2D, width: number, height: number) => void} Painter
 * @typedef {{words: string, draw: Draw, paint: Painter, sum: Painter}}
 *   Painters  draw: in lines; paint, sum: in squares
 */

import { frame, largestOf, paintSquares, paintStamps } from "./blame-grids.js";
import { layersOf } from "./blame-layers.js";
import { missDrawing, pushDrawing } from "./blame-miss.js";
import { ribbonDrawing } from "./blame-ribbon.js";
import { colourTextOf } from "./colours.js";
import { movesOf, stepDrawing, TIMES } from "./blame-step.js";

const NOTHING = { draw: () => [], paint: () => {}, sum: () => {} };

/**
 * @param {Lesson | null} lesson
 * @param {View} view
 * @returns {Painters}
 */
export function paintersFor(lesson, view) {
  if (!lesson) return { ...NOTHING, words: "Not yet" };
  return { ...NOTHING, ...DRAWN[view.still](lesson, view) };
}

/** @type {Record<View["still"], (lesson: Lesson, view: View) => Partial<Painters> & {words: string}>} */
const DRAWN = {
  miss: (lesson) => ({
    words: "From every output, between 0 and 1, to its truth",
    draw: missDrawing(lesson),
  }),
  push: (lesson) => ({
    words: "Each push as a box: as high as the miss, as wide as the slope",
    draw: pushDrawing(lesson),
  }),
  blame: (lesson, { output, log }) => ({
    words:
      output === null
        ? "Blame enters under every output and runs right, column by column"
        : `The blame for bit ${output} alone runs right and thins out`,
    draw: (room) => ribbonDrawing(layersOf(lesson, { output, log }), output !== null)(room),
  }),
  sum: (lesson, { weight }) => ({
    words: "Each column's stamp: the state before it times its blame",
    paint: (...place) => paintStamps(lesson, ...place),
    sum: (...place) => paintWhole(lesson, weight, ...place),
  }),
  far: (lesson) => ({
    words: `All weights from the lowest to the highest, and where the step takes each, ${TIMES} times as far`,
    draw: (room) => stepDrawing(movesOf(lesson), TIMES)(room),
  }),
  true: (lesson) => ({
    words: "All weights from the lowest to the highest, and where the step really takes each",
    draw: (room) => stepDrawing(movesOf(lesson), 1)(room),
  }),
};

/**
 * Where the sum of all stamps stands in its place.
 * @param {number} width
 * @param {number} height
 */
export function wholeBox(width, height) {
  const side = Math.min(width, height) - 2;
  return { left: (width - side) / 2, top: 1, side };
}

/**
 * @param {Lesson} lesson
 * @param {View["weight"]} weight  which is marked
 * @param {CanvasRenderingContext2D} context
 * @param {number} width
 * @param {number} height
 */
function paintWhole(lesson, weight, context, width, height) {
  const units = lesson.hidden.length / lesson.outputs.length;
  const box = wholeBox(width, height);
  frame(context, box);
  paintSquares(context, box, lesson.whole.w_hh, largestOf(lesson));
  if (weight?.array !== "w_hh") return;
  const cell = box.side / units;
  const [row, column] = [Math.floor(weight.flat / units), weight.flat % units];
  context.strokeStyle = colourTextOf("ink");
  context.lineWidth = 2;
  context.strokeRect(box.left + column * cell, box.top + row * cell, cell, cell);
}
