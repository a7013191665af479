// @ts-check
/**
 * Hidden units (from the top down) over steps (from the right), in shades; beside each unit a bar
 * of how well it matches the carry. A unit is pointed at with the mouse or chosen with the arrow
 * keys; otherwise it is the one that matches best.
 *
 * @typedef {import("../../runtime/messages.js").CarryReading} CarryReading
 */

import { colourTextOf } from "../../drawing/colours.js";
import { make, say } from "../../drawing/dom.js";
import { percent, plural } from "../../drawing/format.js";
import { shadeOf } from "../../drawing/shades.js";
import { sharpCanvas } from "../../drawing/sharp-canvas.js";

const KEYS = /** @type {Record<string, number>} */ ({
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  PageDown: 8,
  PageUp: -8,
  Home: -Infinity,
  End: Infinity,
});

export class HeatMap {
  #looked;
  /** @type {CarryReading | null} */
  #reading = null;
  #bits = 1;
  #shown = 0;
  #pointed = -1;
  #chosen = -1; // by the keyboard or a click
  #map = sharpCanvas((context, width, height) => this.#drawMap(context, width, height));
  #bars = sharpCanvas((context, width, height) => this.#drawBars(context, width, height));
  #handle = make("div", "unit-handle");
  element = make("div", "heat-map");
  label = make("span", "heat-label", "hidden units");
  matches = this.#bars.canvas;

  /** @param {(chosen: boolean) => void} looked  another unit is looked at, chosen by the visitor */
  constructor(looked) {
    this.#looked = looked;
    this.element.append(this.#map.canvas, this.#handle);
    Object.assign(this.#handle, { role: "slider", tabIndex: 0, ariaLabel: "Hidden unit" });
    Object.assign(this.#handle, {
      ariaOrientation: "vertical",
      ariaValueMin: "0",
      ariaValueNow: "0",
    });
    this.#handle.addEventListener("keydown", (event) => this.#press(event));
    this.#handle.addEventListener("pointermove", (event) => this.#point(this.#unitAt(event)));
    this.#handle.addEventListener("pointerleave", () => this.#point(-1));
    this.#handle.addEventListener("click", (event) => this.#choose(this.#unitAt(event)));
    this.#handle.addEventListener("focus", () => this.#looked(true));
  }

  /** The unit that is looked at. */
  get unit() {
    const wanted = [this.#pointed, this.#chosen].find((unit) => unit >= 0);
    return Math.min(wanted ?? this.#reading?.bestUnit ?? 0, Math.max(this.#units - 1, 0));
  }

  get #units() {
    return (this.#reading?.hidden.length ?? 0) / this.#bits;
  }

  /**
   * @param {CarryReading | null} reading
   * @param {number} bits
   * @param {number} shown  columns that are uncovered, from the lowest
   */
  update(reading, bits, shown) {
    [this.#reading, this.#bits, this.#shown] = [reading, bits, shown];
    this.#redraw();
    const units = this.#units;
    say(this.label, units ? `${plural(units, "hidden unit")}, from the top down` : "hidden units");
    this.#map.canvas.ariaLabel = units
      ? `${plural(units, "hidden unit")} after each of ${plural(bits, "bit")}`
      : "No hidden state yet";
    this.#bars.canvas.ariaLabel = units
      ? `Match of each unit with the carry; the best is unit ${reading?.bestUnit}`
      : "No match with the carry yet";
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const by = KEYS[event.key];
    if (by === undefined || !this.#reading) return;
    event.preventDefault();
    this.#choose(Math.max(0, Math.min(this.unit + by, this.#units - 1)));
  }

  /** @param {MouseEvent} event */
  #unitAt(event) {
    const box = this.#handle.getBoundingClientRect();
    const unit = Math.floor(((event.clientY - box.top) / box.height) * this.#units);
    return Math.max(0, Math.min(unit, this.#units - 1));
  }

  /** @param {number} unit  -1: none */
  #point(unit) {
    if (unit === this.#pointed || !this.#reading) return;
    this.#pointed = unit;
    this.#redraw();
    this.#looked(unit >= 0);
  }

  /** @param {number} unit */
  #choose(unit) {
    if (!this.#reading) return;
    [this.#chosen, this.#pointed] = [unit, -1];
    this.#redraw();
    this.#looked(true);
  }

  #redraw() {
    this.#map.redraw();
    this.#bars.redraw();
    const unit = this.unit;
    this.#handle.ariaValueMax = String(Math.max(this.#units - 1, 0));
    this.#handle.ariaValueNow = String(unit);
    this.#handle.ariaValueText = this.#reading
      ? `unit ${unit}, matches the carry in ${percent(this.#reading.accuracies[unit])} of steps`
      : "no unit yet";
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number} width
   * @param {number} height
   */
  #drawMap(context, width, height) {
    const [units, column] = [this.#units, width / this.#bits];
    const row = height / Math.max(units, 1);
    for (let bit = 0; bit < this.#bits; bit += 1) {
      const left = width - (bit + 1) * column;
      context.fillStyle = colourTextOf(bit === this.#shown - 1 ? "here" : "well");
      context.fillRect(left, 0, column, height);
      if (!this.#reading || bit >= this.#shown) continue;
      for (let unit = 0; unit < units; unit += 1) {
        context.fillStyle = shadeOf(this.#reading.hidden[bit * units + unit]);
        context.fillRect(left + 3, unit * row, column - 6, row + 0.3);
      }
    }
    if (units) this.#outline(context, width, row);
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number} width
   * @param {number} row
   */
  #outline(context, width, row) {
    context.strokeStyle = colourTextOf("wrong");
    context.lineWidth = 2;
    context.strokeRect(1, this.unit * row, width - 2, row);
  }

  /** Bars from one half, which is no match at all, to one.
   * @param {CanvasRenderingContext2D} context
   * @param {number} width
   * @param {number} height
   */
  #drawBars(context, width, height) {
    const row = height / Math.max(this.#units, 1);
    for (const [unit, accuracy] of (this.#reading?.accuracies ?? []).entries()) {
      const best = unit === this.#reading?.bestUnit;
      context.fillStyle = colourTextOf(best ? "memory" : "edge");
      const length = Math.max(2 * accuracy - 1, 0) * (width - 4);
      context.fillRect(4, unit * row + 0.15 * row, length, 0.7 * row);
    }
  }
}
