// @ts-check
/**
 * The error trace by keyboard: arrows move the reading, Home and End go to its ends, plus and
 * minus zoom around it, Escape shows the whole run.
 */

const STEPS = 100; // arrow presses from one end of the chart to the other
const NEARER = 0.5;

/**
 * @param {HTMLElement} chart
 * @param {{plot: () => import("uplot"), view: import("./trace-view.js").TraceView, moved: () => void}} acting
 */
export function traceKeys(chart, { plot, view, moved }) {
  const width = () => plot().over.clientWidth;
  const place = () => {
    const { left = -1 } = plot().cursor;
    return left < 0 ? width() : left;
  };

  /** @param {number} left */
  function move(left) {
    plot().setCursor({ left: Math.min(Math.max(left, 0), width() - 1), top: 0 });
    moved();
  }

  const zoom = (/** @type {number} */ factor) => view.scale(factor, plot().posToVal(place(), "x"));

  /** @type {Record<string, () => void>} */
  const actions = {
    ArrowLeft: () => move(place() - width() / STEPS),
    ArrowRight: () => move(place() + width() / STEPS),
    Home: () => move(0),
    End: () => move(width()),
    "+": () => zoom(NEARER),
    "-": () => zoom(1 / NEARER),
    Escape: () => view.whole(),
  };

  chart.addEventListener("keydown", (event) => {
    const action = actions[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  });
  chart.addEventListener("blur", () => plot().setCursor({ left: -10, top: -10 }));
}
