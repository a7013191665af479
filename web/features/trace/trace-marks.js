// @ts-check
/**
 * What is drawn over the error trace: lines by carry length, the moments at which it clicks and from
 * which on all is right, and where the run stands if it has been further.
 *
 * @typedef {import("../../state/measurements.js").Measurements} Measurements
 * @typedef {Object} Marks
 * @property {Measurements} measurements
 * @property {boolean} ripples  draw the lines by carry length?
 * @property {number} now
 * @property {number} furthest
 * @property {Record<string, string>} colours
 */

import { colourTextOf } from "../../drawing/colours.js";
import { count } from "../../drawing/format.js";
import { rem } from "./trace-chart.js";
import { drawRipples } from "./trace-ripples.js";

const GREYED = 0.7; // how much of what was trained before a rewind is covered

/**
 * @param {import("uplot")} plot
 * @param {Marks} marks
 */
export function drawMarks(plot, marks) {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.font = `600 ${0.75 * rem() * devicePixelRatio}px ${colourTextOf("sans")}`;
  if (marks.ripples) drawRipples(plot, marks);
  const { clicked, settled } = marks.measurements;
  if (clicked !== undefined) drawMoment(plot, marks.colours, clicked, clickText(clicked), 0);
  if (settled !== undefined) drawMoment(plot, marks.colours, settled, settledText(settled), 1);
  if (marks.now < marks.furthest) drawStand(plot, marks);
  ctx.restore();
}

/**
 * A moment of the run, where it was.
 * @param {import("uplot")} plot
 * @param {Record<string, string>} colours
 * @param {number} iteration
 * @param {string} text
 * @param {number} line  on which it is written, so that two moments can be near one another
 */
function drawMoment(plot, colours, iteration, text, line) {
  const { ctx } = plot;
  const left = Math.round(plot.valToPos(iteration, "x", true));
  ctx.strokeStyle = colours.ink;
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([2 * devicePixelRatio, 3 * devicePixelRatio]);
  verticalLine(plot, left);
  ctx.setLineDash([]);
  writeBeside(plot, left, text, { colours, line });
}

/**
 * Write below the top, where the best line runs, to the side where there is room, on a ground of its own.
 * @param {import("uplot")} plot
 * @param {number} left
 * @param {string} text
 * @param {{colours: Record<string, string>, line: number}} how
 */
function writeBeside({ ctx, bbox }, left, text, { colours, line }) {
  const gap = 6 * devicePixelRatio;
  const { width } = ctx.measureText(text);
  const onRight = left + 2 * gap + width < bbox.left + bbox.width;
  const x = onRight ? left + gap : Math.max(left - gap - width, bbox.left + gap);
  const y = bbox.top + (2 + 3 * line) * gap;
  ctx.textAlign = "left";
  ctx.textBaseline = "top";
  ctx.strokeStyle = colours.sheet;
  ctx.fillStyle = colours.ink;
  ctx.lineWidth = 4 * devicePixelRatio;
  ctx.strokeText(text, x, y);
  ctx.fillText(text, x, y);
}

/** @param {number} iteration */
export const clickText = (iteration) => `most sums right at ${count(iteration)}`;

/** @param {number} iteration */
export const settledText = (iteration) => `every sum right from ${count(iteration)} on`;

/**
 * Cover what was trained before the rewind; it stays visible, and will come out the same.
 * @param {import("uplot")} plot
 * @param {Marks} marks
 */
function drawStand(plot, { now, colours }) {
  const { ctx, bbox } = plot;
  const left = plot.valToPos(now, "x", true);
  ctx.globalAlpha = GREYED;
  ctx.fillStyle = colours.sheet;
  ctx.fillRect(left, bbox.top, bbox.left + bbox.width - left, bbox.height);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = colours.blame;
  ctx.lineWidth = 2 * devicePixelRatio;
  verticalLine(plot, left);
}

/**
 * @param {import("uplot")} plot
 * @param {number} left
 */
function verticalLine({ ctx, bbox }, left) {
  ctx.beginPath();
  ctx.moveTo(left, bbox.top);
  ctx.lineTo(left, bbox.top + bbox.height);
  ctx.stroke();
}
