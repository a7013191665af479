// @ts-check
/**
 * A way through the square as numbered arrows, from where nothing is remembered on.
 *
 * @typedef {import("./way-arrows.js").Place} Place
 */

import { draw } from "./dom.js";
import { arrowsOf } from "./way-arrows.js";

const START = 5; // pixels

/**
 * @param {Place[]} places  the first is where it starts
 * @param {{centre: Place, letter: number, landing: Place | null, step: number}} how  letter: the size
 *   of type; landing: where another state was put in, if one was, before that step
 */
export function drawWay(places, { centre, letter, landing, step }) {
  const steps = places.slice(1).flatMap((to, number) => {
    const from = places[number];
    if (!landing || number !== step) return [{ from, to, number }];
    return [
      { from, to: landing, number: null },
      { from: landing, to, number },
    ];
  });
  const [[x, y]] = places;
  const start = draw("circle", { class: "start", cx: x, cy: y, r: START });
  return [start, ...arrowsOf(steps, centre).map((arrow) => drawArrow(arrow, letter))];
}

/**
 * @param {import("./way-arrows.js").Arrow} arrow
 * @param {number} letter
 */
function drawArrow({ line, head, words, middle: [x, y], newest }, letter) {
  const kind = words ? "" : " jump";
  const label = words || "put in";
  const group = draw("g", { class: `step${newest ? " newest" : ""}${kind}` });
  const wide = letter * (0.6 * label.length + 0.7);
  const high = 1.4 * letter;
  group.append(
    draw("path", { class: "line", d: line, pathLength: 1 }),
    draw("path", { class: "head", d: head }),
    draw("rect", { x: x - wide / 2, y: y - high / 2, width: wide, height: high, rx: high / 2 }),
    draw("text", { x, y: y + 0.36 * letter, "text-anchor": "middle" }, label),
  );
  return group;
}
