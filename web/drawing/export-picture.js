// @ts-check
/** Several canvases of the page as one picture, with a title and what it shows. */

import { colourTextOf } from "./colours.js";

const MARGIN = 32; // CSS pixels, like all sizes here
const LINE = 24;
const HEIGHT = 320; // of each canvas

/**
 * @param {Iterable<HTMLCanvasElement>} canvases
 * @param {{title: string, caption: string, note: string}} words
 * @returns {Promise<Blob>}  PNG, twice as fine as it is wide on the page
 */
export function picture(canvases, words) {
  const shown = [...canvases].filter((canvas) => canvas.width && canvas.height && isSeen(canvas));
  const widths = shown.map(({ width, height }) => (HEIGHT * width) / height);
  const across = widths.reduce((sum, width) => sum + width + MARGIN, MARGIN);
  const sheet = document.createElement("canvas");
  [sheet.width, sheet.height] = [2 * Math.max(across, 480), 2 * (HEIGHT + 5 * LINE + MARGIN)];
  const pen = /** @type {CanvasRenderingContext2D} */ (sheet.getContext("2d"));
  pen.scale(2, 2);
  paper(pen, sheet);
  write(pen, words);
  let left = MARGIN;
  for (const [place, canvas] of shown.entries()) {
    pen.imageSmoothingEnabled = canvas.width >= HEIGHT; // a map of few pixels keeps its squares
    pen.drawImage(canvas, left, 4.5 * LINE, widths[place], HEIGHT);
    left += widths[place] + MARGIN;
  }
  return new Promise((resolve) => sheet.toBlob((blob) => resolve(blob ?? new Blob())));
}

/** @param {HTMLElement} element */
const isSeen = (element) => element.getClientRects().length > 0;

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {HTMLCanvasElement} sheet
 */
function paper(pen, sheet) {
  pen.fillStyle = colourTextOf("sheet");
  pen.fillRect(0, 0, sheet.width, sheet.height);
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {{title: string, caption: string, note: string}} words
 */
function write(pen, { title, caption, note }) {
  pen.fillStyle = colourTextOf("ink");
  pen.font = "600 20px system-ui, sans-serif";
  pen.fillText(title, MARGIN, 2 * LINE);
  pen.font = "14px system-ui, sans-serif";
  pen.fillText(caption, MARGIN, 3 * LINE);
  pen.fillStyle = colourTextOf("muted");
  pen.fillText(note, MARGIN, 3.8 * LINE);
}
