// @ts-check
/** The share of all sums that are right, by the sums learnt from: two chapters draw curves in it. */

import { draw } from "../../drawing/dom.js";
import { count } from "../../drawing/format.js";

export const LAST = 10_000;
const [LEFT, TOP, WIDTH, HEIGHT] = [64, 16, 560, 336];

/** @param {number} iteration */
export const x = (iteration) => LEFT + (WIDTH * iteration) / LAST;
/** @param {number} share */
export const y = (share) => TOP + HEIGHT * (1 - share);

/** A line through points; none: nothing. @param {[iteration: number, share: number][]} points */
export function lineOf(points) {
  return points.length ? `M${points.map(([at, share]) => `${x(at)} ${y(share)}`).join("L")}` : "";
}

/** @param {SVGElement} group */
export function drawAxes(group) {
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    const at = y(share);
    group.append(draw("line", { class: "rule", x1: LEFT, x2: LEFT + WIDTH, y1: at, y2: at }));
    group.append(
      draw("text", { x: LEFT - 8, y: at + 4, "text-anchor": "end" }, `${share * 100} %`),
    );
  }
  for (const after of [0, 2_000, 4_000, 6_000, 8_000, 10_000]) {
    const place = { x: x(after), y: TOP + HEIGHT + 24, "text-anchor": "middle" };
    group.append(draw("text", place, count(after)));
  }
}
