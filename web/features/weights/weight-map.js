// @ts-check
/**
 * All weights as one heat map: blue is positive, orange negative and dashed, paper is zero. A weight
 * can be pointed at, or reached with the arrow keys, and chosen.
 *
 * @typedef {import("../../runtime/messages.js").Weights} Weights
 * @typedef {import("./weight-grid.js").Cell} Cell
 * @typedef {{array: keyof Weights, index: number[]}} Place
 */

import { followTheme } from "../../drawing/colours.js";
import { say } from "../../drawing/dom.js";
import { count } from "../../drawing/format.js";
import { whenSeen } from "../../drawing/when-visible.js";
import { WeightGrid } from "./weight-grid.js";
import { dashShade, endOf, SHADES, shades, signed } from "./weight-shades.js";

const LARGEST = 22; // pixels of a cell, at most
const DASHED = 9; // smaller cells have no room for the dash of a negative weight
const KEYS = new Map([
  ["ArrowLeft", [0, -1]],
  ["ArrowRight", [0, 1]],
  ["ArrowUp", [-1, 0]],
  ["ArrowDown", [1, 0]],
]);

export class WeightMaps {
  #root;
  #canvas;
  #spot;
  #choose;
  #grid = new WeightGrid(1, false);
  #size = LARGEST; // pixels of a cell
  /** @type {{weights: Weights, start: Weights | null} | null} */
  #shown = null; // start: only their change since then is shown
  /** @type {{row: number, column: number} | null} */
  #at = null;
  /** @type {string[]} */
  #shades = [];
  #fitSeen;
  #paintSeen;

  /**
   * @param {import("../../drawing/root.js").Root} root
   * @param {(place: Place) => void} choose
   */
  constructor(root, choose) {
    const plane = root.find("weights-plane", HTMLElement);
    this.#root = root;
    this.#canvas = root.find("weights-canvas", HTMLCanvasElement);
    this.#spot = root.find("weights-spot", HTMLElement);
    this.#choose = choose;
    this.#fitSeen = whenSeen(plane, () => this.#fit());
    this.#paintSeen = whenSeen(plane, () => this.#paint());
    plane.addEventListener("pointermove", (event) => this.#look(this.#under(event)));
    plane.addEventListener("pointerleave", () => this.#look(null));
    plane.addEventListener("blur", () => this.#look(null));
    plane.addEventListener("click", (event) => this.#take(this.#under(event)));
    plane.addEventListener("keydown", (event) => this.#press(event));
    // as wide as the picture's frame, and no higher whatever the picture is
    new ResizeObserver(() => this.#fit()).observe(this.#root.find("weights-to", HTMLElement));
    const recolour = () => {
      this.#shades = shades();
      this.#paintSeen();
    };
    followTheme(recolour);
    recolour();
  }

  /**
   * @param {number} hidden
   * @param {boolean} biases
   */
  resize(hidden, biases) {
    this.#grid = new WeightGrid(hidden, biases);
    this.#shown = null;
    this.#root.find("weights-bias", HTMLElement).hidden = !biases;
    say(this.#root.find("weights-units", HTMLElement), `${count(hidden)} units, one step before`);
    this.#look(null);
    this.#fitSeen();
  }

  /**
   * @param {Weights} weights
   * @param {Weights | null} start  show how far they have come since then
   */
  update(weights, start) {
    this.#shown = { weights, start };
    this.#paintSeen();
    this.#read();
  }

  // ---- the picture ------------------------------------------------------------------------------

  #fit() {
    const room = this.#root.find("weights-frame", HTMLElement).clientWidth;
    this.#size = Math.max(Math.min(Math.floor(room / this.#grid.width), LARGEST), 2);
    const [width, height] = [this.#grid.width * this.#size, this.#grid.height * this.#size];
    const style = this.#root.find("weights-figure", HTMLElement).style;
    style.setProperty("--cell", `${this.#size}px`);
    style.setProperty("--units", String(this.#grid.hidden));
    Object.assign(this.#canvas.style, { width: `${width}px`, height: `${height}px` });
    this.#canvas.width = Math.round(width * devicePixelRatio);
    this.#canvas.height = Math.round(height * devicePixelRatio);
    this.#paint();
  }

  #paint() {
    const context = this.#canvas.getContext("2d");
    if (!this.#shown || !context) return;
    const most = this.#scale();
    const unit = this.#size * devicePixelRatio;
    const dash = this.#size >= DASHED ? Math.round(unit / 10) : 0;
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    for (const { row, column, cell } of this.#grid.cells()) {
      const value = this.#value(cell);
      const [left, top] = [this.#grid.left(column) * unit, this.#grid.top(row) * unit];
      context.fillStyle = this.#shades[Math.round((value / most) * SHADES) + SHADES];
      context.fillRect(left, top, unit - 1, unit - 1);
      if (!dash || value > -most / SHADES) continue;
      context.fillStyle = this.#shades[value < -most / 2 ? SHADES : dashShade(value / most)];
      context.fillRect(left + unit * 0.3, top + (unit - dash) / 2, unit * 0.4, dash);
    }
  }

  /** @param {Cell} cell */
  #value({ array, flat }) {
    if (!this.#shown) return 0;
    return this.#shown.weights[array][flat] - (this.#shown.start?.[array][flat] ?? 0);
  }

  /** Write down the ends of the scale; returns the upper one. */
  #scale() {
    let most = 1e-9;
    for (const { cell } of this.#grid.cells()) most = Math.max(most, Math.abs(this.#value(cell)));
    const end = endOf(most);
    say(this.#root.find("weights-least", HTMLElement), signed(-end, 3));
    say(this.#root.find("weights-most", HTMLElement), signed(end, 3));
    const what = this.#shown?.start ? "change of each weight since the start" : "weight";
    this.#canvas.ariaLabel = `Every ${what}; the largest is ${most.toPrecision(3)} in size`;
    return end;
  }

  // ---- the visitor ------------------------------------------------------------------------------

  #read() {
    const cell = this.#at && this.#grid.cell(this.#at.row, this.#at.column);
    const reading = this.#root.find("weights-reading", HTMLElement);
    if (!cell || !this.#shown) return say(reading, HINT);
    const { array, index, flat, from, to } = cell;
    const now = this.#shown.weights[array][flat];
    const since = this.#shown.start ? `, changed by ${signed(this.#value(cell), 4)}` : "";
    say(
      reading,
      `${array}[${index.join(", ")}] = ${signed(now, 4)}${since}: from ${from} to ${to}`,
    );
  }

  /** @param {{row: number, column: number} | null} at */
  #look(at) {
    this.#at = at;
    this.#spot.hidden = !at;
    if (at) {
      this.#spot.style.setProperty("--left", String(this.#grid.left(at.column)));
      this.#spot.style.setProperty("--top", String(this.#grid.top(at.row)));
    }
    this.#read();
  }

  /** @param {{row: number, column: number}} at */
  #take(at) {
    this.#look(at);
    const cell = this.#grid.cell(at.row, at.column);
    if (cell) this.#choose({ array: cell.array, index: cell.index });
  }

  /** @param {MouseEvent} event */
  #under({ clientX, clientY }) {
    const box = this.#canvas.getBoundingClientRect();
    return this.#grid.at((clientX - box.left) / this.#size, (clientY - box.top) / this.#size);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const at = this.#at ?? { row: 0, column: 0 };
    const move = KEYS.get(event.key);
    if (event.key === "Enter" || event.key === " ") this.#take(at);
    else if (move) this.#look(this.#grid.nearest(at.row + move[0], at.column + move[1]));
    else return;
    event.preventDefault();
  }
}

const HINT =
  "Point at a weight, or move with the arrow keys; click or Enter asks for its derivative.";
