// @ts-check
/**
 * All weights as marks, a row for each unit that hears them. A weight can be pointed at, or reached
 * with the arrow keys, and chosen; the chosen unit's row lights up, and the column of what it tells.
 *
 * @typedef {import("../../runtime/messages.js").Weights} Weights
 * @typedef {import("./weight-grid.js").Cell} Cell
 * @typedef {{array: keyof Weights, index: number[]}} Place
 * @typedef {{row: number, column: number}} At
 */

import { colourTextOf } from "../../drawing/colours.js";
import { say } from "../../drawing/dom.js";
import { sharpCanvas } from "../../drawing/sharp-canvas.js";
import { COLOUR, drawMark } from "./marks.js";
import { signed, weightsOf } from "./signed.js";
import { WeightGrid } from "./weight-grid.js";
import { WeightNames } from "./weight-names.js";

const KEYS = new Map([
  ["ArrowLeft", [0, -1]],
  ["ArrowRight", [0, 1]],
  ["ArrowUp", [-1, 0]],
  ["ArrowDown", [1, 0]],
]);
const HINT =
  "Point at a weight, or move with the arrow keys; click or Enter asks for its derivative.";

export class WeightMaps {
  #parts;
  #names;
  #hear;
  #grid = new WeightGrid(16, false);
  /** @type {{weights: Weights, start: Weights | null} | null} */
  #shown = null; // start: only their change since then is shown
  /** @type {At | null} */
  #at = null;
  /** @type {number | null} */
  #unit = null;
  #picture = sharpCanvas((context, width, height) => this.#draw(context, width, height));

  /**
   * @param {import("../../drawing/root.js").Root} root
   * @param {{take: (place: Place) => void, reach: (unit: number) => void}} hear
   *   take: a weight is chosen; reach: the visitor is at a unit's row
   */
  constructor(root, hear) {
    const find = (/** @type {string} */ name) => root.find(`weights-${name}`, HTMLElement);
    const [plane, spot, reading, largest] = ["plane", "spot", "reading", "largest"].map(find);
    this.#parts = { plane, spot, reading, largest };
    this.#names = new WeightNames(root);
    this.#hear = hear;
    Object.assign(this.#picture.canvas, { role: null, ariaHidden: "true", id: "weights-canvas" });
    plane.prepend(this.#picture.canvas);
    plane.addEventListener("pointermove", (event) => this.#look(this.#under(event)));
    plane.addEventListener("pointerleave", () => this.#look(null));
    plane.addEventListener("blur", () => this.#look(null));
    plane.addEventListener("click", (event) => this.#take(this.#under(event)));
    plane.addEventListener("keydown", (event) => this.#press(event));
    this.resize(16, false);
  }

  /**
   * @param {number} hidden
   * @param {boolean} biases
   */
  resize(hidden, biases) {
    this.#grid = new WeightGrid(hidden, biases);
    this.#shown = null;
    this.#names.resize(this.#grid);
    this.#look(null);
    this.#picture.redraw();
  }

  /**
   * @param {Weights} weights
   * @param {Weights | null} start  show how far they have come since then
   */
  update(weights, start) {
    this.#shown = { weights, start };
    this.#picture.redraw();
    this.#read();
    const [most, what] = [signed(this.#most(), 3).slice(1), start ? "change since the start" : ""];
    say(this.#parts.largest, ` (at most ${most})`);
    this.#parts.plane.ariaLabel =
      `All weights: ${this.#grid.rows} rows of ${this.#grid.columns.length}; the largest ` +
      `${what || "one"} is ${most} in size. Arrow keys move, Enter asks for a derivative.`;
  }

  /** @param {number | null} unit  the chosen one */
  choose(unit) {
    this.#unit = unit;
    this.#names.choose(unit);
    this.#read();
  }

  // ---- the picture ------------------------------------------------------------------------------

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number} width
   * @param {number} height
   */
  #draw(context, width, height) {
    if (!this.#shown) return;
    const [most, cell, row] = [this.#most(), width / this.#grid.width, height / this.#grid.rows];
    for (const { row: at, column, cell: weight } of this.#grid.cells()) {
      const { kind } = this.#grid.columns[column];
      const middle = { x: (this.#grid.left(column) + 0.5) * cell, y: (at + 0.5) * row };
      context.fillStyle = colourTextOf(COLOUR[kind]);
      context.strokeStyle = context.fillStyle;
      const share = this.#value(weight) / most;
      drawMark(context, kind, middle, share, Math.min(cell, row) / 2);
    }
  }

  #most() {
    let most = 1e-9;
    for (const { cell } of this.#grid.cells()) most = Math.max(most, Math.abs(this.#value(cell)));
    return most;
  }

  /** @param {Cell} cell */
  #value({ array, flat }) {
    if (!this.#shown) return 0;
    return this.#shown.weights[array][flat] - (this.#shown.start?.[array][flat] ?? 0);
  }

  // ---- the visitor ------------------------------------------------------------------------------

  #read() {
    const [cell, shown] = [this.#at && this.#grid.cell(this.#at.row, this.#at.column), this.#shown];
    const { reading } = this.#parts;
    reading.ariaLive = this.#at ? "polite" : "off"; // in training the rest changes all the time
    if (!cell || !shown) {
      const isThere = shown && this.#unit !== null && this.#unit < this.#grid.hidden;
      return say(reading, isThere ? weightsOf(this.#unit ?? 0, shown.weights) : HINT);
    }
    const { array, index, flat, from, to } = cell;
    const since = shown.start ? `, changed by ${signed(this.#value(cell), 4)}` : "";
    const now = signed(shown.weights[array][flat], 4);
    say(reading, `From ${from} to ${to}: ${array}[${index.join(", ")}] = ${now}${since}.`);
  }

  /** @param {At | null} at */
  #look(at) {
    const { spot } = this.#parts;
    this.#at = at;
    spot.hidden = !at;
    if (at) {
      spot.style.setProperty("--at", String(this.#grid.left(at.column)));
      spot.style.setProperty("--row", String(at.row));
    }
    this.#read();
  }

  /** @param {At} at */
  #take(at) {
    this.#reach(at);
    const cell = this.#grid.cell(at.row, at.column);
    if (cell) this.#hear.take({ array: cell.array, index: cell.index });
  }

  /** @param {At} at */
  #reach(at) {
    this.#look(at);
    if (at.row < this.#grid.hidden) this.#hear.reach(at.row);
  }

  /** @param {MouseEvent} event */
  #under({ clientX, clientY }) {
    const { left, top, width, height } = this.#picture.canvas.getBoundingClientRect();
    const { width: cells, rows } = this.#grid;
    return this.#grid.at(((clientX - left) / width) * cells, ((clientY - top) / height) * rows);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const at = this.#at ?? { row: this.#unit ?? 0, column: 0 };
    const move = KEYS.get(event.key);
    if (event.key === "Enter" || event.key === " ") this.#take(at);
    else if (move) {
      this.#reach(this.#grid.nearest(at.row + move[0], at.column + move[1]));
      this.#parts.spot.scrollIntoView({ block: "nearest", inline: "nearest" });
    } else return;
    event.preventDefault();
  }
}
