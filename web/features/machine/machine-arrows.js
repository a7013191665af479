// @ts-check
/** The arrows of a machine's diagram, each with the pairs of bits that lead along it. */

import { draw } from "../../drawing/dom.js";

/** @typedef {{x: number, y: number}} Point */

export const RADIUS = 25; // of a state
const GAP = 3; // between an arrow's head and the circle
const HEAD = 9; // length of a head
const BEND = 15; // how far an arrow leaves the straight line where another one comes back
const LINE = 12; // of text

/**
 * @param {Point} from
 * @param {Point} to
 * @param {boolean} bent  does another arrow lead back?
 * @param {string[]} pairs
 */
export function arrowBetween(from, to, bent, pairs) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  const side = { x: dy / length, y: -dx / length }; // to the left of who walks along it
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const bend = bent ? BEND : 0;
  const over = along(middle, side, 2 * bend); // the curve comes half as near
  const start = along(from, towards(from, over), RADIUS);
  const end = along(to, towards(to, over), RADIUS + GAP);
  const tall = 4 + (LINE / 2) * pairs.length; // half of what the label needs
  const label = along(middle, side, bend + tall * Math.abs(side.y) + 17 * Math.abs(side.x));
  return arrow(
    `M${point(start)}Q${point(over)} ${point(end)}`,
    { tip: end, from: over },
    { at: label, pairs },
  );
}

/**
 * From a state back to itself, above it or below.
 * @param {Point} place
 * @param {boolean} below
 * @param {string[]} pairs
 */
export function loopAt({ x, y }, below, pairs) {
  const way = below ? 1 : -1;
  const [start, end] = [-0.55, 0.55].map((turn) => ({
    x: x + (RADIUS + (turn > 0 ? GAP : 0)) * Math.sin(turn),
    y: y + way * (RADIUS + (turn > 0 ? GAP : 0)) * Math.cos(turn),
  }));
  const [left, right] = [-22, 22].map((aside) => ({ x: x + aside, y: y + way * (RADIUS + 27) }));
  const label = { x: x + (below ? -34 : 34), y: y + way * (RADIUS + 14) };
  return arrow(
    `M${point(start)}C${point(left)} ${point(right)} ${point(end)}`,
    { tip: end, from: right },
    { at: label, pairs },
  );
}

/**
 * @param {string} path
 * @param {{tip: Point, from: Point}} head
 * @param {{at: Point, pairs: string[]}} label  the pairs one below the other
 */
function arrow(path, { tip, from }, { at, pairs }) {
  const group = draw("g", { class: "way" });
  const back = towards(tip, from);
  const base = along(tip, back, HEAD);
  const side = { x: back.y, y: -back.x };
  const corners = [along(base, side, HEAD / 2), along(base, side, -HEAD / 2)];
  group.append(
    draw("path", { d: path }),
    draw("path", { class: "head", d: `M${[tip, ...corners].map(point).join("L")}Z` }),
    ...pairs.map((pair, line) =>
      draw("text", { x: at.x, y: at.y + 4 + (line - (pairs.length - 1) / 2) * LINE }, pair),
    ),
  );
  return group;
}

/**
 * @param {Point} place
 * @param {Point} direction  of length 1
 * @param {number} distance
 */
const along = (place, direction, distance) => ({
  x: place.x + distance * direction.x,
  y: place.y + distance * direction.y,
});

/**
 * @param {Point} from
 * @param {Point} to
 */
function towards(from, to) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

const point = (/** @type {Point} */ { x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`;
