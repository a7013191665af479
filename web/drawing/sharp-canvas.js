// @ts-check
/** A canvas as sharp as the screen, that is drawn again whenever its size or the colours change. */

import { followTheme } from "./colours.js";
import { make } from "./dom.js";
import { whenSeen } from "./when-visible.js";

/**
 * @param {(context: CanvasRenderingContext2D, width: number, height: number) => void} draw
 *   width and height in CSS pixels; the canvas is empty
 */
export function sharpCanvas(draw) {
  const canvas = make("canvas");
  canvas.role = "img";
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  let [width, height] = [0, 0];

  const redraw = whenSeen(canvas, () => {
    if (!width) measure(); // out of sight until now, it was not laid out
    if (!width || !height) return;
    context.clearRect(0, 0, width, height);
    draw(context, width, height);
  });

  function measure() {
    [width, height] = [canvas.clientWidth, canvas.clientHeight];
    resize();
  }

  function resize() {
    [canvas.width, canvas.height] = [width, height].map((size) => Math.round(size * density()));
    context.setTransform(density(), 0, 0, density(), 0, 0);
  }

  function fit() {
    resize();
    redraw();
  }

  new ResizeObserver(([{ contentRect }]) => {
    [width, height] = [contentRect.width, contentRect.height];
    fit();
  }).observe(canvas);
  onDensity(fit);
  followTheme(redraw);
  return { canvas, redraw };
}

const density = () => devicePixelRatio || 1;

/** When the visitor zooms or goes to another screen. @param {() => void} changed */
function onDensity(changed) {
  const now = matchMedia(`(resolution: ${density()}dppx)`);
  const next = () => {
    changed();
    onDensity(changed);
  };
  now.addEventListener("change", next, { once: true });
}
