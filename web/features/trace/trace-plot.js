// @ts-check
/**
 * The chart of the error trace. It is built when it first comes into sight: that costs more than any
 * other picture of the page.
 */

import { followTheme } from "../../drawing/colours.js";
import { inSight } from "../../drawing/when-visible.js";
import uPlot from "../../vendor/uPlot.esm.js";
import { optionsFor, readColours } from "./trace-chart.js";
import { traceKeys } from "./trace-keys.js";
import { drawMarks } from "./trace-marks.js";
import { traceTouch } from "./trace-touch.js";

const DRAWN_EVERY = 100; // milliseconds; the line grows smoothly, and drawing it is not cheap

/**
 * @typedef {Object} Trace  What the chart is of, and who hears of it.
 * @property {() => uPlot.AlignedData} columns
 * @property {() => Omit<import("./trace-marks.js").Marks, "colours">} marks
 * @property {() => void} pointed  the cursor is elsewhere
 * @property {() => void} moved  so it is by keyboard
 */

export class TracePlot {
  #chart;
  #range;
  #view;
  #trace;
  #colours = readColours();
  /** @type {uPlot | null} null: it has not been in sight yet */
  #plot = null;
  #drawSoon;

  /**
   * @param {HTMLElement} chart
   * @param {import("./trace-chart.js").Range} range
   * @param {import("./trace-view.js").TraceView} view
   * @param {Trace} trace
   */
  constructor(chart, range, view, trace) {
    this.#chart = chart;
    this.#range = range;
    this.#view = view;
    this.#trace = trace;
    this.#drawSoon = inSight(chart, DRAWN_EVERY, () => this.#drawNow());
  }

  draw() {
    this.#drawSoon();
  }

  #drawNow() {
    if (this.#plot) return this.#plot.setData(this.#trace.columns());
    this.#plot = this.#build();
    this.#follow();
    traceKeys(this.#chart, {
      plot: () => /** @type {uPlot} */ (this.#plot),
      view: this.#view,
      moved: this.#trace.moved,
    });
  }

  #build() {
    const { columns, marks, pointed } = this.#trace;
    const options = optionsFor(this.#range, (name) => this.#colours[name]);
    const plot = new uPlot({ ...sizeOf(this.#chart), ...options }, columns(), this.#chart);
    plot.hooks.setCursor = [pointed];
    plot.hooks.setSelect = [() => this.#view.take(plot)];
    plot.hooks.draw = [() => drawMarks(plot, { ...marks(), colours: this.#colours })];
    plot.over.addEventListener("dblclick", () => this.#view.whole());
    traceTouch(plot, this.#view);
    return plot;
  }

  /** Its axes are others now. */
  rebuild() {
    this.#plot?.destroy();
    this.#plot &&= this.#build();
  }

  /** Follow the panel's size and the visitor's choice of colours. */
  #follow() {
    new ResizeObserver(() => this.#plot?.setSize(sizeOf(this.#chart))).observe(this.#chart);
    followTheme(() => {
      this.#colours = readColours();
      this.#plot?.redraw(false, true);
    });
  }

  /** The iteration that is pointed at; null: none. */
  get pointed() {
    const { idx, left = -1 } = this.#plot?.cursor ?? {};
    return typeof idx === "number" && left >= 0 ? (this.#plot?.data[0][idx] ?? null) : null;
  }
}

/** @param {HTMLElement} chart */
const sizeOf = (chart) => ({
  width: Math.max(chart.clientWidth, 100),
  height: Math.max(chart.clientHeight, 100),
});
