// @ts-check
/** How many sums come out right: the honest network's curve, and over it the visitor's. */

import { draw } from "../../drawing/dom.js";
import { count } from "../../drawing/format.js";

/** @typedef {import("../../runtime/messages.js").TrialPoint} TrialPoint */

const [LEFT, RIGHT, TOP, BOTTOM] = [44, 8, 8, 22];
const MARKS = 10; // diamonds on the visitor's curve

/**
 * @param {SVGElement} picture
 * @param {{own: TrialPoint[], honest: TrialPoint[], last: number}} curves  last: iterations in all
 */
export function paintCurves(picture, { own, honest, last }) {
  const { width, height } = picture.getBoundingClientRect();
  if (!width) return;
  picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const x = (/** @type {number} */ at) => LEFT + (at / Math.max(last, 1)) * (width - LEFT - RIGHT);
  const y = (/** @type {number} */ share) => TOP + (1 - share) * (height - TOP - BOTTOM);
  const line = (/** @type {TrialPoint[]} */ points) =>
    points.length ? `M${points.map(([at, share]) => `${x(at)} ${y(share)}`).join("L")}` : "";
  const rules = [0, 0.5, 1].flatMap((share) => [
    draw("line", { class: "rule", x1: LEFT, x2: width - RIGHT, y1: y(share), y2: y(share) }),
    draw("text", { x: LEFT - 6, y: y(share) + 4, "text-anchor": "end" }, `${share * 100} %`),
  ]);
  const ends = [0, last].map((at) =>
    draw("text", { x: x(at), y: height - 4, "text-anchor": at ? "end" : "start" }, count(at)),
  );
  const every = Math.max(1, Math.ceil(own.length / MARKS));
  const marks = own
    .filter((_, place) => place % every === 0)
    .map(([at, share]) => `M${x(at)} ${y(share) - 5}l4.5 5l-4.5 5l-4.5 -5z`);
  picture.replaceChildren(
    ...rules,
    ...ends,
    draw("path", { class: "ours-line", d: line(honest) }),
    draw("path", { class: "own-line", d: line(own) }),
    draw("path", { class: "own-mark", d: marks.join("") }),
  );
}
