// @ts-check
/**
 * Blame as a ribbon that runs right, from column to column: each output's layer begins in its own
 * column, where an arrow comes down from the output, and thins out on its way.
 *
 * @typedef {import("./blame-layers.js").Layer} Layer
 * @typedef {{x: number, top: number, foot: number}} Span  of a layer in a column
 */

import { middleOf } from "./blame-miss.js";
import { draw } from "./dom.js";

const TOP = 26; // pixels above the highest ribbon, for the arrows
const BELOW = 16; // pixels below it, for the way that it goes
const THIN = 1.5; // pixels; what is thinner is dotted
const HALF = 0.24; // of a column, from its middle to where the ribbon leaves it

/**
 * @param {Layer[][]} columns  by column, the lowest bit first
 * @param {boolean} alone  is it the ribbon of one output?
 * @returns {(room: import("./fitted-drawing.js").Room) => Element[]}
 */
export const ribbonDrawing =
  (columns, alone) =>
  ({ width, height }) => {
    const bits = columns.length;
    const foot = height - BELOW;
    const scale = foot - TOP;
    const half = (HALF * width) / bits;
    const outputs = [...new Set(columns.flat().map(({ output }) => output))];
    const layers = outputs.map((output) => {
      const spans = columns.flatMap((layers, bit) => {
        const layer = layers.find((each) => each.output === output);
        const x = middleOf(bit, bits, width);
        return layer ? [{ x, top: foot - scale * layer.to, foot: foot - scale * layer.from }] : [];
      });
      return layerOf(spans.reverse(), half, alone);
    });
    return [...layers, ...onwards(columns, { width, foot, scale })];
  };

/**
 * @param {Span[]} spans  from its own column on
 * @param {number} half
 * @param {boolean} alone
 */
function layerOf(spans, half, alone) {
  const group = draw("g", { class: alone ? "layer alone" : "layer" });
  const [own] = spans;
  const tip = Math.max(own.top - 3, 14);
  group.append(
    draw("path", { class: "stream", d: streamOf(spans, half) }),
    draw("path", {
      class: "own",
      d: `M${own.x - half} ${own.top}h${2 * half}V${own.foot}h${-2 * half}z`,
    }),
    draw("path", { class: "entry", d: `M${own.x} 0V${tip - 8}` }),
    draw("path", { class: "head", d: `M${own.x} ${tip}l-5 -8h10z` }),
  );
  return group;
}

/**
 * The outline: along the top to the right, and back along the foot.
 * @param {Span[]} spans
 * @param {number} half
 */
function streamOf(spans, half) {
  const [own] = spans;
  const there = [`M${own.x - half} ${own.top}`];
  const back = [];
  for (const [place, { x, top, foot }] of spans.entries()) {
    const before = spans[place - 1];
    if (before) {
      const middle = (before.x + x) / 2;
      there.push(`C${middle} ${before.top} ${middle} ${top} ${x - half} ${top}`);
      back.unshift(`C${middle} ${foot} ${middle} ${before.foot} ${before.x + half} ${before.foot}`);
    }
    there.push(`H${x + half}`);
    back.unshift(`V${foot}H${x - half}`);
  }
  return [...there, ...back, "Z"].join("");
}

/**
 * Under the ribbon: the way that it goes, column by column, and dots where it is there all the same.
 * @param {Layer[][]} columns
 * @param {{width: number, foot: number, scale: number}} sizes
 */
function onwards(columns, { width, foot, scale }) {
  const bits = columns.length;
  const marks = [];
  for (const [bit, layers] of columns.entries()) {
    const x = middleOf(bit, bits, width);
    const from = middleOf(bit + 1, bits, width);
    const coming = layers.filter(({ output }) => output > bit);
    if (!coming.some(({ size }) => size > 0)) continue;
    marks.push(draw("path", { class: "onward", d: `M${(x + from) / 2 + 5} ${foot + 9}l-8 -4v8z` }));
    if (scale * coming[coming.length - 1].to < THIN)
      marks.push(draw("path", { class: "faint", d: `M${from} ${foot - 1}H${x}` }));
  }
  return marks;
}
