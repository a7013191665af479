// @ts-check
/**
 * Values as small drawings. A row of numbers: a cell each, filled upwards for positive ones, downwards
 * for negative ones, so that the sign needs no colour. A matrix: the larger a number, the darker.
 *
 * @typedef {import("../../runtime/messages.js").Note} Note
 */

import { draw, make } from "../../drawing/dom.js";

const HEIGHT = 22; // of a strip, in sixteenths of the size of type
const WIDEST = 132;
const [NARROW, WIDE] = [8.25, 13]; // cells of many numbers, of few
const SHADES = 6; // of a matrix

/**
 * @param {Note} note
 * @param {string} role  what it stands for, which decides its colour
 * @param {number} here  the cell that belongs to the pass; -1: none
 * @returns {Element}
 */
export function strip({ value, shape }, role, here) {
  if (shape.length === 0) return make("span", "", shortly(value[0]));
  const [rows, columns] = shape.length === 1 ? [1, shape[0]] : [shape[0], shape[1]];
  const width = Math.min(columns > 8 ? NARROW : WIDE, WIDEST / columns);
  const drawing = draw("svg", {
    viewBox: `0 0 ${columns * width} ${HEIGHT}`,
    width: `${(columns * width) / 16}rem`,
    height: `${HEIGHT / 16}rem`,
    "aria-hidden": "true",
  });
  if (rows > 1) drawing.append(...shaded(value, rows, columns, width, role));
  else drawing.append(...cells(value, width, role, here));
  return drawing;
}

/**
 * @param {Float64Array} values
 * @param {number} width
 * @param {string} role
 * @param {number} here
 */
function cells(values, width, role, here) {
  const most = largest(values);
  const half = HEIGHT / 2;
  return [...values].flatMap((value, place) => {
    const height = Math.max(1, (Math.abs(value) / most) * (half - 1));
    const [x, y] = [place * width, value > 0 ? half - height : half];
    const frame = { x: x + 0.75, y: 0.75, width: width - 1.5, height: HEIGHT - 1.5 };
    return [
      draw("rect", { class: place === here ? "cell here" : "cell", ...frame }),
      draw("rect", { class: `bar-${role}`, x: x + width / 5, y, width: (width * 3) / 5, height }),
    ];
  });
}

/**
 * @param {Float64Array} values
 * @param {number} rows
 * @param {number} columns
 * @param {number} width
 * @param {string} role
 */
function shaded(values, rows, columns, width, role) {
  const [most, height] = [largest(values), HEIGHT / rows];
  const paths = Array.from({ length: SHADES }, () => "");
  for (const [place, value] of values.entries()) {
    const shade = Math.min(SHADES - 1, Math.floor((Math.abs(value) / most) * SHADES));
    const [x, y] = [(place % columns) * width, Math.floor(place / columns) * height];
    paths[shade] += `M${x + 0.4} ${y + 0.2}h${width - 0.8}v${height - 0.3}h${0.8 - width}z`;
  }
  return paths.map((d, shade) =>
    draw("path", { class: `bar-${role}`, d, "fill-opacity": 0.08 + (0.92 * shade) / (SHADES - 1) }),
  );
}

/** @param {Float64Array} values */
const largest = (values) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-300);

/** A number in few digits. @param {number} value */
export function shortly(value) {
  if (Number.isInteger(value)) return String(value);
  const small = Math.abs(value) < 0.0005;
  return (small ? value.toExponential(1) : value.toFixed(3)).replace("-", "−");
}

/** A shape as Python writes it. @param {number[]} shape */
export function written(shape) {
  if (shape.length === 0) return "a number";
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
}
