// @ts-check
/**
 * The share of sums right by the length of their longest carry: a thin line for each length, with
 * its number where it rises.
 */

const LOWEST = 0.12; // the heights at which the lines are numbered: one apart for each, ...
const HIGHEST = 0.88; // ... so that the numbers never lie on each other

/**
 * @param {import("uplot")} plot
 * @param {import("./trace-marks.js").Marks} marks
 */
export function drawRipples(plot, { measurements, colours }) {
  const { ctx } = plot;
  const lengths = measurements.list[0]?.perRipple.length ?? 0;
  ctx.strokeStyle = ctx.fillStyle = colours.output;
  for (let length = 0; length < lengths; length++) {
    const points = measurements.list
      .map(({ iteration, perRipple }) => ({ x: iteration, y: perRipple[length] }))
      .filter(({ y }) => Number.isFinite(y));
    ctx.lineWidth = devicePixelRatio;
    ctx.beginPath();
    for (const { x, y } of points) {
      ctx.lineTo(plot.valToPos(x, "x", true), plot.valToPos(y, "share", true));
    }
    ctx.stroke();
    const height = LOWEST + ((HIGHEST - LOWEST) * length) / Math.max(lengths - 1, 1);
    const at = crossing(points, height);
    if (at !== undefined) label(plot, String(length), at, height, colours);
  }
}

/**
 * Where the line first rises through a height.
 * @param {{x: number, y: number}[]} points
 * @param {number} height
 */
function crossing(points, height) {
  const place = points.findIndex(({ y }) => y > height);
  if (place < 1) return undefined;
  const [before, after] = [points[place - 1], points[place]];
  const part = (height - before.y) / (after.y - before.y);
  return before.x + part * (after.x - before.x);
}

/**
 * A small number on a line, on a ground of its own.
 * @param {import("uplot")} plot
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {Record<string, string>} colours
 */
function label(plot, text, x, y, colours) {
  const { ctx } = plot;
  const [left, top] = [plot.valToPos(x, "x", true), plot.valToPos(y, "share", true)];
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineWidth = 5 * devicePixelRatio;
  ctx.lineJoin = "round";
  ctx.strokeStyle = colours.sheet;
  ctx.strokeText(text, left, top);
  ctx.fillText(text, left, top);
  ctx.strokeStyle = colours.output;
}
