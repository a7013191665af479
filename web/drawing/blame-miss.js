// @ts-check
/**
 * The first two beats, column by column: how far every output is from its truth; and what it is
 * pushed by, miss times slope, as the area of a box.
 *
 * @typedef {import("../runtime/messages.js").Lesson} Lesson
 */

import { draw } from "./dom.js";

export const USUAL = 16; // pixels of a letter, where they are as they come
const PAD = 22; // pixels for what stands above and below, where letters are as they come
const LOCKED = 0.02; // a smaller slope holds the output fast
const STEEPEST = 0.25; // slope of the sigmoid, at one half

/** Is the output so sure that it can hardly be moved? */
export const isLocked = (/** @type {number} */ slope) => slope < LOCKED;

/** The middle of a column, the highest bit on the left. */
export const middleOf = (
  /** @type {number} */ bit,
  /** @type {number} */ bits,
  /** @type {number} */ width,
) => ((bits - bit - 0.5) * width) / bits;

/**
 * From every output to its truth, between 0 at the foot and 1 at the head.
 * @param {Pick<Lesson, "outputs" | "targets">} lesson
 * @returns {(room: import("./fitted-drawing.js").Room) => Element[]}
 */
export const missDrawing =
  ({ outputs, targets }) =>
  ({ width, height, letter }) => {
    const letters = letter / USUAL;
    const pad = PAD * letters;
    const at = (/** @type {number} */ value) => pad + (1 - value) * (height - 2 * pad);
    const rules = [0, 0.5, 1].map((value) =>
      draw("path", { class: value === 0.5 ? "half" : "rule", d: `M0 ${at(value)}H${width}` }),
    );
    const columns = [...outputs].map((output, bit) =>
      missAt(middleOf(bit, outputs.length, width), at(output), at(targets[bit]), {
        target: targets[bit],
        letters,
      }),
    );
    return [...rules, ...columns];
  };

/**
 * @param {number} x
 * @param {number} output  where it stands
 * @param {number} truth  where it should
 * @param {{target: number, letters: number}} told
 */
function missAt(x, output, truth, { target, letters }) {
  const group = draw("g", { class: "miss" });
  const way = Math.sign(truth - output);
  const far = Math.abs(truth - output) > 14; // else there is no room for an arrow's head
  const tip = truth - 8 * way;
  group.append(
    draw("path", { class: "way", d: `M${x} ${output}V${far ? tip : truth}` }),
    ...(far ? [draw("path", { class: "head", d: `M${x} ${truth}l-6 ${-9 * way}h12z` })] : []),
    draw("path", { class: "truth", d: `M${x - 10} ${truth}h20` }),
    draw("text", { class: "truth", x, y: truth + letters * (target ? -7 : 17) }, String(target)),
    draw("circle", { class: "output", cx: x, cy: output, r: 5 }),
  );
  return group;
}

/**
 * Each push as a box: as high as the miss, as wide as the slope; in a frame that is as large as a push
 * can be.
 * @param {Pick<Lesson, "errors" | "slopes">} lesson
 * @returns {(room: import("./fitted-drawing.js").Room) => Element[]}
 */
export const pushDrawing =
  ({ errors, slopes }) =>
  ({ width, height, letter }) => {
    const bits = errors.length;
    const letters = letter / USUAL;
    const [pad, wide] = [PAD * letters, Math.min((0.8 * width) / bits, 110 * letters)];
    const frame = { y: pad, width: wide, height: height - 2 * pad };
    return [...errors].map((error, bit) => {
      const left = middleOf(bit, bits, width) - wide / 2;
      return pushAt(left, frame, error, slopes[bit]);
    });
  };

/**
 * @param {number} left
 * @param {{y: number, width: number, height: number}} frame
 * @param {number} error
 * @param {number} slope
 */
function pushAt(left, frame, error, slope) {
  const group = draw("g", { class: "push" });
  const wide = Math.max((frame.width * slope) / STEEPEST, 1);
  const high = Math.max(frame.height * Math.abs(error), 1);
  const foot = frame.y + frame.height;
  const middle = left + frame.width / 2;
  group.append(
    draw("rect", { class: "most", x: left, ...frame }),
    draw("rect", { class: "area", x: left, y: foot - high, width: wide, height: high }),
    ...(isLocked(slope) ? [lockAt(middle, frame.y + frame.height / 2)] : []),
  );
  if (error) {
    const up = error < 0; // the output is too low
    group.append(
      draw("path", { class: "head", d: `M${middle} ${up ? 4 : 16}l-6 ${up ? 10 : -10}h12z` }),
    );
  }
  return group;
}

/**
 * @param {number} x  its middle
 * @param {number} y
 */
function lockAt(x, y) {
  const lock = draw("g", { class: "lock" });
  lock.append(
    draw("path", { class: "shackle", d: `M${x - 5} ${y}v-5a5 5 0 0 1 10 0v5` }),
    draw("rect", { x: x - 8, y, width: 16, height: 12, rx: 2 }),
  );
  return lock;
}
