// @ts-check
/**
 * One sum in columns, the highest bit at the left, in step with the loop: what is read, remembered and
 * said up to the pass in sight and, on the way back, the blame of every state up to there.
 *
 * @typedef {Object} Scene  Arrays of T steps and H hidden units.
 * @property {number} steps  T
 * @property {bigint} a
 * @property {bigint} b
 * @property {Float64Array} hidden  (T, H) after each step
 * @property {Float64Array} outputs  (T,)
 * @property {Float64Array} blame  (T, H) d_hidden
 */

import { bitOf, isOne } from "../../drawing/bits.js";
import { draw } from "../../drawing/dom.js";
import { passOf } from "./when.js";

const NAMES = 4; // room for the names of the rows, in rem like all sizes here
const ROWS = { place: 1.2, first: 2.8, second: 4.6, memory: 7.3, output: 11.4, truth: 13.6 };
const BLAME = 16.2;
const FORTH_HEIGHT = 14.6; // on the way back a column goes on to the picture's foot
const TILE = 2.4;

/**
 * @param {SVGElement} picture
 * @param {Scene} scene
 * @param {number} position
 */
export function paintColumns(picture, scene, position) {
  const { width, height } = picture.getBoundingClientRect();
  if (!width) return;
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const { t, back } = passOf(position, scene.steps);
  picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
  picture.classList.toggle("back", back);
  const each = (width / rem - NAMES) / scene.steps;
  const size = Math.min(TILE, each * 0.86);
  const x = (/** @type {number} */ step) => (NAMES + (scene.steps - 1 - step + 0.5) * each) * rem;
  const at = { x, rem, each, size, t, back, height };
  const steps = Array.from({ length: scene.steps }, (_, step) => step);
  const rows = LINES.map(([name, words, y, drawn]) =>
    row(
      name,
      words,
      y * rem,
      rem,
      steps.flatMap((step) => drawn(scene, step, at)),
    ),
  );
  picture.replaceChildren(...steps.map((step) => columnOf(step, at)), ...rows);
}

/** @type {[name: string, words: string, y: number, drawn: (scene: Scene, step: number, at: At) => Element[]][]} */
const LINES = [
  [
    "t",
    "t",
    ROWS.place,
    (_, step, at) => [text(at.x(step), ROWS.place * at.rem, String(step), "place")],
  ],
  ["inputs", "reads", ROWS.second, inputsOf],
  ["hidden", "memory", ROWS.memory, tile],
  ["outputs", "says", ROWS.output, said],
  ["targets", "truth", ROWS.truth, truth],
  ["d_hidden", "blame", BLAME, blameOf],
];

/** @typedef {{x: (step: number) => number, rem: number, each: number, size: number, t: number, back: boolean, height: number}} At */

/**
 * @param {string} name  in the code
 * @param {string} words
 * @param {number} y
 * @param {number} rem
 * @param {Element[]} parts
 */
function row(name, words, y, rem, parts) {
  const group = draw("g", {
    "data-name": name,
    class: name === "d_hidden" ? "of-blame" : "of-row",
  });
  if (parts.length)
    group.append(draw("text", { class: "row-name", x: 3.5 * rem, y: y + 4 }, words));
  group.append(...parts);
  return group;
}

/** @param {number} x @param {number} y @param {string} words @param {string} [kind] */
const text = (x, y, words, kind = "digit") => draw("text", { class: kind, x, y: y + 4 }, words);

/** @param {number} step @param {At} at */
function columnOf(step, { x, rem, each, t, back, height: whole }) {
  const here = step === t ? "column here" : "column";
  const height = back ? whole : FORTH_HEIGHT * rem;
  const wide = each * rem * 0.98;
  return draw("rect", { class: here, x: x(step) - wide / 2, y: 0, width: wide, height, rx: 6 });
}

/** @param {Scene} scene @param {number} step @param {At} at */
function inputsOf({ a, b }, step, { x, rem }) {
  return [
    [a, ROWS.first],
    [b, ROWS.second],
  ].flatMap(([number, y]) => {
    const bit = bitOf(BigInt(number), step);
    const half = 0.7 * rem;
    const box = { x: x(step) - half, y: Number(y) * rem - half, width: 2 * half, height: 2 * half };
    const kind = bit ? "bit-box one" : "bit-box";
    return [draw("rect", { class: kind, ...box }), text(x(step), Number(y) * rem, String(bit))];
  });
}

/**
 * The state after a step, and the way on to the next one: to the left.
 * @param {Scene} scene @param {number} step @param {At} at
 */
function tile({ hidden, steps }, step, at) {
  const [y, known] = [ROWS.memory * at.rem, at.back || step <= at.t];
  const parts = unitsOf(hidden, step, steps, at, y, known, (value) => value);
  return step + 1 < steps ? [...parts, arrow(at, step, y, -1, known)] : parts;
}

/** Blame comes from the left. @param {Scene} scene @param {number} step @param {At} at */
function blameOf({ blame, steps }, step, at) {
  if (!at.back) return [];
  const most = blame.reduce((best, value) => Math.max(best, Math.abs(value)), 1e-300);
  const [y, known] = [BLAME * at.rem, step >= at.t];
  const share = (/** @type {number} */ value) => Math.abs(value) / most;
  const parts = unitsOf(blame, step, steps, at, y, known, share);
  return step > 0 ? [...parts, arrow(at, step, y, 1, step > at.t)] : parts;
}

/**
 * The units of one step as a square of cells, the fuller the more.
 * @param {Float64Array} values @param {number} step @param {number} steps @param {At} at
 * @param {number} y @param {boolean} known @param {(value: number) => number} share
 */
function unitsOf(values, step, steps, { x, rem, size }, y, known, share) {
  const units = values.length / steps;
  const across = Math.ceil(Math.sqrt(units));
  const [cell, left, top] = [
    (size * rem) / across,
    x(step) - (size * rem) / 2,
    y - (size * rem) / 2,
  ];
  const square = { x: left, y: top, width: size * rem, height: size * rem };
  const frame = draw("rect", { class: known ? "frame" : "frame not-yet", ...square });
  const mine = known ? [...values.subarray(step * units, (step + 1) * units)] : [];
  const cells = mine.map((value, unit) => {
    const side = cell * Math.sqrt(Math.min(1, share(value)));
    const [cx, cy] = [left + (unit % across) * cell, top + Math.floor(unit / across) * cell];
    const place = {
      x: cx + (cell - side) / 2,
      y: cy + (cell - side) / 2,
      width: side,
      height: side,
    };
    return draw("rect", { class: "unit", ...place });
  });
  return [frame, ...cells];
}

/**
 * @param {At} at @param {number} step  where it begins @param {number} y
 * @param {number} way  -1: to the left @param {boolean} known
 */
function arrow({ x, rem, size, each }, step, y, way, known) {
  const from = x(step) + way * (size / 2) * rem;
  const to = from + way * (each - size) * rem;
  const tip = Math.min(4, Math.abs(to - from) / 2);
  const d = `M${from} ${y}H${to}m${-way * tip} ${-tip}l${way * tip} ${tip}l${-way * tip} ${tip}`;
  return draw("path", { class: known ? "arrow" : "arrow not-yet", d });
}

/** @param {Scene} scene @param {number} step @param {At} at */
function said({ outputs, a, b }, step, { x, rem, each, t, back }) {
  const y = ROWS.output * rem;
  const [width, height] = [Math.min(2.9, each * 0.9) * rem, 1.6 * rem];
  const box = { x: x(step) - width / 2, y: y - height / 2, width, height, rx: height / 2 };
  if (!back && step > t) return [draw("rect", { class: "said not-yet", ...box })];
  const one = isOne(outputs[step]);
  const words = outputs[step].toFixed(2).replace(/^0/, "");
  const parts = [
    draw("rect", { class: one ? "said one" : "said", ...box }),
    text(x(step), y, words),
  ];
  if (one === bitOf(a + b, step)) return parts;
  const cross = `M${x(step) - 4} ${y + height * 0.65}l8 8m0 -8l-8 8`;
  return [...parts, draw("path", { class: "wrong-mark", d: cross })];
}

/** @param {Scene} scene @param {number} step @param {At} at */
function truth({ a, b }, step, { x, rem }) {
  return [text(x(step), ROWS.truth * rem, String(bitOf(a + b, step)), "digit truth-digit")];
}
