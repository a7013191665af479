// @ts-check
/**
 * One weight as a mark: its area is the weight's size, full pushes up, hollow holds down. Of a bit it
 * is a square, of a unit a disc, of a bias a lozenge.
 *
 * @typedef {import("./weight-grid.js").Kind} Kind
 */

const LEAST = 0.6; // pixels, the radius of what is next to nothing
const LINE = 1.5;

/** @type {Record<Kind, string>} by the role that it plays */
export const COLOUR = { input: "input", bias: "muted", memory: "memory", output: "output" };

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Kind} kind
 * @param {{x: number, y: number}} middle
 * @param {number} share  of the largest weight, from -1 to 1
 * @param {number} most  the radius of the largest
 */
export function drawMark(context, kind, { x, y }, share, most) {
  const radius = Math.max(Math.sqrt(Math.abs(share)) * (most - LINE / 2), LEAST);
  context.beginPath();
  if (kind === "input")
    context.rect(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8);
  else if (kind === "bias") lozenge(context, x, y, radius);
  else context.arc(x, y, radius, 0, 2 * Math.PI);
  context.lineWidth = LINE;
  context.stroke();
  if (share > 0) context.fill();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
function lozenge(context, x, y, radius) {
  context.moveTo(x, y - radius);
  context.lineTo(x + radius, y);
  context.lineTo(x, y + radius);
  context.lineTo(x - radius, y);
  context.closePath();
}
