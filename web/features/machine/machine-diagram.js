// @ts-check
/**
 * The machine as a picture: each state a circle with its name and the bit that it writes, each way
 * on an arrow with the pairs of bits that lead there. A full adder stands in two halves, without
 * and with a carry; another machine in a ring.
 *
 * @typedef {import("../../runtime/messages.js").Machine} Machine
 * @typedef {import("./machine-arrows.js").Point} Point
 */

import { draw } from "../../drawing/dom.js";
import { arrowBetween, loopAt, RADIUS } from "./machine-arrows.js";

export const PAIRS = ["0+0", "0+1", "1+0", "1+1"];
const [WIDTH, HEIGHT] = [360, 262];
const RING = 78;

/** Where the states of a full adder stand: sum bits 0 and 1 without a carry, then with one. */
const HALVES = [
  { x: 64, y: 98 },
  { x: 134, y: 188 },
  { x: 226, y: 98 },
  { x: 296, y: 188 },
];

/** A, B, C, ... */
export const nameOf = (/** @type {number} */ state) => String.fromCharCode(65 + state);

/**
 * @param {Machine} machine  of a few states
 * @param {boolean} fullAdder
 */
export function diagramOf({ transitions, outputs }, fullAdder) {
  const places = fullAdder ? HALVES : ringOf(outputs.length);
  const drawing = draw("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img" });
  drawing.setAttribute("aria-label", spoken(outputs.length, fullAdder));
  if (fullAdder) drawing.append(half(4, "no carry"), half(184, "a carry of 1"));
  drawing.append(startAt(places[0]));
  for (const { from, to, pairs } of waysOf(transitions)) {
    const back = transitions.subarray(4 * to, 4 * to + 4).includes(from);
    const arrow =
      from === to
        ? loopAt(places[from], places[from].y > HEIGHT / 2, pairs)
        : arrowBetween(places[from], places[to], back, pairs);
    drawing.append(arrow);
  }
  for (const [state, output] of outputs.entries()) {
    drawing.append(circle(places[state], nameOf(state), output));
  }
  return drawing;
}

/** Each way on, once, with all pairs that lead there. @param {Int32Array} transitions */
function waysOf(transitions) {
  /** @type {Map<string, {from: number, to: number, pairs: string[]}>} */
  const ways = new Map();
  for (const [place, to] of transitions.entries()) {
    const from = Math.floor(place / 4);
    const way = ways.get(`${from} ${to}`) ?? { from, to, pairs: [] };
    way.pairs.push(PAIRS[place % 4]);
    ways.set(`${from} ${to}`, way);
  }
  return ways.values();
}

/** @param {number} states  @returns {Point[]} */
const ringOf = (states) =>
  Array.from({ length: states }, (_, state) => {
    const turn = Math.PI * ((2 * state) / states - 0.75);
    const radius = states > 1 ? RING : 0;
    return { x: WIDTH / 2 + radius * Math.cos(turn), y: HEIGHT / 2 + radius * Math.sin(turn) };
  });

/**
 * @param {Point} place
 * @param {string} name
 * @param {number} output
 */
function circle({ x, y }, name, output) {
  const group = draw("g", { class: output ? "state one" : "state" });
  group.append(
    draw("circle", { cx: x, cy: y, r: RADIUS }),
    draw("text", { x, y: y - 5, class: "name" }, name),
    draw("text", { x, y: y + 14, class: "writes" }, String(output)),
  );
  return group;
}

/** The arrow from nowhere. @param {Point} place */
function startAt({ x, y }) {
  const group = draw("g", { class: "start" });
  const tip = x - RADIUS - 3;
  group.append(
    draw("path", { d: `M${tip - 25} ${y}h18` }),
    draw("path", { class: "head", d: `M${tip} ${y}l-9 -4.5v9z` }),
    draw("text", { x: tip - 12, y: y - 8 }, "start"),
  );
  return group;
}

/**
 * @param {number} x
 * @param {string} title
 */
function half(x, title) {
  const group = draw("g", { class: "half" });
  group.append(
    draw("rect", { x, y: 4, width: 172, height: HEIGHT - 8, rx: 10 }),
    draw("text", { x: x + 86, y: 24 }, title),
  );
  return group;
}

/**
 * @param {number} states
 * @param {boolean} fullAdder
 */
const spoken = (states, fullAdder) =>
  fullAdder
    ? "Diagram of the full adder: states A and B without a carry, C and D with one; 1+1 leads into " +
      "the half with a carry, 0+0 back out of it. The table has every way."
    : `Diagram of a machine of ${states} states. The table has every way from each to the next.`;
