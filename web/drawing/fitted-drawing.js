// @ts-check
/** A drawing in CSS pixels, as large as its place, made anew whenever that changes. */

import { draw } from "./dom.js";
import { whenSeen } from "./when-visible.js";

/**
 * @param {(width: number, height: number) => Element[]} paint  what is drawn, in CSS pixels
 */
export function fittedDrawing(paint) {
  const drawing = draw("svg", { role: "img" });
  let [width, height] = [0, 0];

  const redraw = whenSeen(drawing, () => {
    if (!width) ({ clientWidth: width, clientHeight: height } = drawing); // not laid out until now
    if (!width || !height) return;
    drawing.setAttribute("viewBox", `0 0 ${width} ${height}`);
    drawing.replaceChildren(...paint(width, height));
  });

  new ResizeObserver(([{ contentRect }]) => {
    [width, height] = [contentRect.width, contentRect.height];
    redraw();
  }).observe(drawing);
  return { drawing, redraw };
}
