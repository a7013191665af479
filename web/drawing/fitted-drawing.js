// @ts-check
/** A drawing in CSS pixels, as large as its place, made anew whenever that changes. */

import { draw } from "./dom.js";
import { whenSeen } from "./when-visible.js";

/**
 * @typedef {(width: number, height: number, letters: number) => Element[]} Paint
 *   width and height in CSS pixels; letters: how large letters are, 1 in a browser as it comes
 */

/** @param {Paint} paint  what is drawn */
export function fittedDrawing(paint) {
  const drawing = draw("svg", { role: "img" });
  let [width, height] = [0, 0];

  const redraw = whenSeen(drawing, () => {
    if (!width) ({ clientWidth: width, clientHeight: height } = drawing); // not laid out until now
    if (!width || !height) return;
    drawing.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const letters = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    drawing.replaceChildren(...paint(width, height, letters));
  });

  new ResizeObserver(([{ contentRect }]) => {
    [width, height] = [contentRect.width, contentRect.height];
    redraw();
  }).observe(drawing);
  return { drawing, redraw };
}
