// @ts-check
/**
 * A step of descent: all weights side by side, from the lowest to the highest, each a dot, and a line
 * from it to where the step takes it; and below how far that is, which is soon too little to be seen.
 *
 * @typedef {import("../runtime/messages.js").Lesson} Lesson
 * @typedef {import("../runtime/messages.js").Weights} Weights
 * @typedef {{before: number, change: number}} Move
 */

import { USUAL } from "./blame-miss.js";
import { brief } from "./blame-numbers.js";
import { draw } from "./dom.js";

export const TIMES = 50; // as far as the weights really move, where that is exaggerated
const PAD = 10; // pixels, where letters are as they come
const LEFT = 54; // for the scale

/**
 * Every weight and how far it moves, the lowest first; biases that the network does without are none.
 * @param {Pick<Lesson, "before" | "change">} lesson
 * @returns {Move[]}
 */
export function movesOf({ before, change }) {
  const all = /** @type {(keyof Weights)[]} */ (Object.keys(before));
  const names = all.filter((name) => before[name].some(Boolean) || change[name].some(Boolean));
  const moves = names.flatMap((name) =>
    Array.from(before[name], (weight, place) => ({ before: weight, change: change[name][place] })),
  );
  return moves.sort((one, other) => one.before - other.before);
}

/**
 * Above, the weights and where they go; below, how far each goes, on a scale of its own.
 * @param {Move[]} moves
 * @param {number} times  above, so many times as far as they really go
 * @returns {(room: import("./fitted-drawing.js").Room) => Element[]}
 */
export const stepDrawing =
  (moves, times) =>
  ({ width, height, letter }) => {
    const letters = letter / USUAL;
    const left = LEFT * letters;
    const step = (width - left - PAD) / moves.length;
    const thick = Math.min(Math.max(step * 0.5, 1), 4);
    const placeOf = (/** @type {number} */ place) => (left + (place + 0.5) * step).toFixed(1);
    const ends = moves.flatMap(({ before, change }) => [before, before + TIMES * change]);
    const changes = moves.map(({ change }) => change);
    const above = scaleOf(ends, { top: 0, foot: 0.6 * height, letters });
    const below = scaleOf(changes, { top: 0.64 * height, foot: height, letters });
    const dots = moves.map(({ before }, place) => dot(Number(placeOf(place)), above.at(before)));
    const ways = moves.map(
      ({ before, change }, place) =>
        `M${placeOf(place)} ${above.at(before)}V${above.at(before + times * change)}`,
    );
    const strides = changes.map(
      (change, place) => `M${placeOf(place)} ${below.at(0)}V${below.at(change)}`,
    );
    return [
      ...above.draw(left, width),
      ...below.draw(left, width),
      draw("path", { class: "weights", d: dots.join("") }),
      draw("path", { class: "moves", "stroke-width": thick, d: ways.join("") }),
      draw("path", { class: "strides", "stroke-width": thick, d: strides.join("") }),
    ];
  };

/**
 * A scale as far up as down, between two heights.
 * @param {number[]} values
 * @param {{top: number, foot: number, letters: number}} sizes
 */
function scaleOf(values, { top, foot, letters }) {
  const most = values.reduce((far, value) => Math.max(far, Math.abs(value)), 0);
  const [zero, half] = [(top + foot) / 2, (foot - top) / 2 - PAD * letters];
  const at = (/** @type {number} */ value) =>
    (zero - (most ? (value / most) * half : 0)).toFixed(2);
  const labels = most ? [most, 0, -most] : [0];
  return {
    at,
    draw: (/** @type {number} */ left, /** @type {number} */ right) => [
      draw("path", { class: "rule", d: `M${left} ${zero}H${right}` }),
      ...labels.map((value) => {
        const place = { x: left - 6, y: Number(at(value)) + 4 * letters };
        return draw("text", { ...place, class: "scale" }, brief(value));
      }),
    ],
  };
}

/**
 * @param {number} x
 * @param {string} y
 */
const dot = (x, y) => `M${x - 1.5} ${y}a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0 -3 0`;
