// @ts-check
/**
 * Every pair of numbers as one pixel, a from left to right and b from the bottom up: right, or wrong
 * by so many bits. A pair can be pointed at, or reached with the arrow keys, and chosen.
 *
 * @typedef {import("../../state/page-state.js").Pair} Pair
 * @typedef {{plane: HTMLElement, canvas: HTMLCanvasElement, reading: HTMLElement,
 *   corners: HTMLElement[]}} Parts
 */

import { followTheme } from "../../drawing/colours.js";
import { say } from "../../drawing/dom.js";
import { count, percent, plural } from "../../drawing/format.js";
import { paintPairs } from "../../drawing/pairs-picture.js";
import { inSight } from "../../drawing/when-visible.js";

const HINT = "Point at a pair; a click asks it.";
const DRAWN_EVERY = 100; // milliseconds
const FAR = 8; // pairs that an arrow key moves with Shift
const KEYS = new Map([
  ["ArrowLeft", [-1, 0]],
  ["ArrowRight", [1, 0]],
  ["ArrowUp", [0, 1]],
  ["ArrowDown", [0, -1]],
]);

export class ProofMap {
  #parts;
  #choose;
  #paintSoon;
  #bits = 0;
  /** @type {Uint8Array | null} */
  #map = null;
  /** @type {Pair | null} */
  #at = null; // where the pointer or the keys are
  /** @type {Pair | null} */
  #pinned = null;

  /**
   * @param {Parts} parts
   * @param {(pair: Pair) => void} choose
   */
  constructor(parts, choose) {
    this.#parts = parts;
    this.#choose = choose;
    this.#paintSoon = inSight(parts.plane, DRAWN_EVERY, () => this.#paint());
    const { plane } = parts;
    plane.addEventListener("pointermove", (event) => this.#look(this.#pairUnder(event)));
    plane.addEventListener("pointerleave", () => this.#look(null));
    plane.addEventListener("click", (event) => this.#take(this.#pairUnder(event)));
    plane.addEventListener("keydown", (event) => this.#press(event));
    plane.addEventListener("blur", () => this.#look(null));
    followTheme(this.#paintSoon);
    this.#read();
  }

  /** @param {number} bits  width of the sums */
  resize(bits) {
    this.#bits = bits;
    const { canvas, corners } = this.#parts;
    const last = count(this.#operands - 1);
    for (const corner of corners) say(corner, last);
    canvas.width = canvas.height = this.#operands;
    canvas.style.setProperty("--operands", String(this.#operands));
    canvas.ariaLabel = "Not measured yet";
    this.#map = null;
    this.#look(null);
  }

  /** @param {{map: Uint8Array, exact: number}} measured */
  update({ map, exact }) {
    this.#map = map;
    this.#parts.canvas.ariaLabel =
      `Map of ${count(map.length)} pairs a, b from 0 to ${count(this.#operands - 1)}: ` +
      `${percent(exact)} of the sums are right.`;
    this.#paintSoon();
    this.#read();
  }

  /** @param {Pair | null} pair  the one that is kept in sight */
  pin(pair) {
    this.#pinned = pair;
    this.#mark("pinned", pair);
    this.#read();
  }

  get #operands() {
    return 1 << (this.#bits - 1);
  }

  // ---- the picture ------------------------------------------------------------------------------

  #paint() {
    if (this.#map) paintPairs(this.#parts.canvas, this.#map, this.#bits);
  }

  /**
   * @param {"spot" | "pinned"} name
   * @param {Pair | null} pair
   */
  #mark(name, pair) {
    const mark = this.#parts.plane.querySelector(`.${name}`);
    if (!(mark instanceof HTMLElement)) return;
    mark.hidden = !pair || Math.max(pair.a, pair.b) >= this.#operands;
    if (!pair) return;
    mark.style.setProperty("--a", String((pair.a + 0.5) / this.#operands));
    mark.style.setProperty("--b", String((pair.b + 0.5) / this.#operands));
  }

  #read() {
    const pair = this.#at ?? this.#pinned;
    say(this.#parts.reading, pair ? this.#words(pair) : HINT);
  }

  /** @param {Pair} pair */
  #words({ a, b }) {
    const sum = `${a} + ${b} = ${a + b}`;
    const wrong = this.#map?.[a * this.#operands + b];
    if (wrong === undefined) return sum;
    return `${sum}: ${wrong ? `${plural(wrong, "bit")} wrong` : "right"}`;
  }

  // ---- the visitor ------------------------------------------------------------------------------

  /** @param {Pair | null} pair */
  #look(pair) {
    this.#at = pair;
    this.#mark("spot", pair);
    this.#read();
  }

  /** @param {Pair} pair */
  #take(pair) {
    this.#look(pair);
    this.#choose(pair);
  }

  /**
   * @param {PointerEvent | MouseEvent} event
   * @returns {Pair}
   */
  #pairUnder({ clientX, clientY }) {
    const box = this.#parts.canvas.getBoundingClientRect();
    const a = Math.floor(((clientX - box.left) / box.width) * this.#operands);
    const b = Math.floor(((box.bottom - clientY) / box.height) * this.#operands);
    return { a: this.#inside(a), b: this.#inside(b) };
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const at = this.#at ?? this.#pinned ?? { a: 0, b: 0 };
    const move = KEYS.get(event.key);
    if (event.key === "Enter" || event.key === " ") this.#take(at);
    else if (move) {
      const [a, b] = move.map((step) => step * (event.shiftKey ? FAR : 1));
      this.#look({ a: this.#inside(at.a + a), b: this.#inside(at.b + b) });
    } else return;
    event.preventDefault();
  }

  #inside(/** @type {number} */ number) {
    return Math.min(Math.max(number, 0), this.#operands - 1);
  }
}
