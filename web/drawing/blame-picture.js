// @ts-check
/**
 * One lesson in the columns of its sum, in six stills: the miss of every output, what pushes it, where
 * the blame goes, what the columns stamp into the weights, and the step, exaggerated and as it is.
 *
 * @typedef {import("../runtime/messages.js").Lesson} Lesson
 * @typedef {{array: keyof Lesson["gradient"], flat: number, name: string}} Weight  flat: its place
 * @typedef {Object} View
 * @property {Still} still
 * @property {number | null} output  whose blame is shown; null: that of all
 * @property {boolean} log  are sizes of blame drawn over powers of ten?
 * @property {Weight | null} weight  whose derivative is taken apart
 * @typedef {keyof typeof STILLS} Still
 */

import { paintBits, paintOutput } from "./bit-cells.js";
import { isOne } from "./bits.js";
import { MANY } from "./blame-grids.js";
import { ColumnRows } from "./blame-rows.js";
import { paintersFor, wholeBox } from "./blame-stills.js";
import { ReachTable } from "./blame-reach.js";
import { draw, make, say } from "./dom.js";
import { fittedDrawing } from "./fitted-drawing.js";
import { MemoryStrip } from "./memory-strip.js";
import { sharpCanvas } from "./sharp-canvas.js";

/** What each still shows under the columns: rows of numbers, and whether the triangle. */
export const STILLS = {
  miss: { title: "to its truth", rows: ["miss"] },
  push: { title: "miss × slope", rows: ["miss", "slope", "push", "locked"] },
  blame: { title: "blame →", rows: ["own", "later", "size"] },
  sum: { title: "stamps", rows: ["weight"] },
  far: { title: "weights", rows: ["now", "afterwards"] },
  true: { title: "weights", rows: ["now", "afterwards"] },
};

/** The way that blame goes. */
const RUN = [{ clipPath: "inset(0 100% 0 0)" }, { clipPath: "inset(0)" }];

const WHOLE =
  "All stamps together: the gradient of w_hh. A row is what a weight comes from, a column where it leads.";
const SIGNED =
  "The larger a square, the larger the derivative. Filled: the error grows with the weight, so the " +
  "weight goes down. Hollow: it goes up. In the stamps, shades show sizes alone.";
const SHADES =
  "With so many units a square is too small for its sign: shades show sizes alone. Press one for its number.";

export class BlamePicture {
  #element;
  #rows;
  #reach = new ReachTable();
  #memory = new MemoryStrip();
  /** @type {Lesson | null} */
  #lesson = null;
  /** @type {View} */
  #view = { still: "miss", output: null, log: false, weight: null };
  #drawing = /** @type {SVGSVGElement} */ (draw("svg", { role: "img" }));
  #drawAgain = fittedDrawing(this.#drawing, (room) => this.#painters().draw(room));
  #stamps = sharpCanvas((...place) => this.#painters().paint(...place));
  #whole = sharpCanvas((...place) => this.#painters().sum(...place));
  #caption = make("figcaption");
  #calm = matchMedia("(prefers-reduced-motion: reduce)");

  /**
   * @param {HTMLElement} element  an empty box
   * @param {{choose: (output: number) => void, pick: (from: number, to: number) => void}} hear
   *   choose: an output is pressed; pick: a weight of the memory is, in the sum of all stamps
   */
  constructor(element, { choose, pick }) {
    const place = make("div", "still");
    place.append(this.#drawing, this.#stamps.canvas);
    this.#rows = new ColumnRows({ memory: this.#memory.element, still: place }, choose);
    const sum = make("figure", "whole");
    sum.append(this.#whole.canvas, this.#caption);
    this.#whole.canvas.addEventListener("click", (event) => this.#pick(event, pick));
    this.#element = element;
    element.classList.add("blame-picture");
    element.append(this.#rows.element, this.#reach.element, sum);
  }

  /** @param {number} bits  of the sums that are learnt from; nothing is known of any yet */
  resize(bits) {
    this.#element.style.setProperty("--bits", String(bits));
    this.#rows.resize(bits);
    this.#reach.resize(bits);
    this.#memory.clear(bits);
    this.update(null);
  }

  /** @param {Lesson | null} lesson  null: not yet known */
  update(lesson) {
    this.#lesson = lesson;
    this.#redraw();
    const { first, second, sum, network } = this.#rows.cells;
    const bits = network.length;
    const [a, b] = lesson ? [BigInt(lesson.a), BigInt(lesson.b)] : [0n, 0n];
    const shown = lesson ? bits : 0;
    for (const [cells, number] of /** @type {[HTMLElement[], bigint][]} */ ([
      [first, a],
      [second, b],
      [sum, a + b],
    ])) {
      paintBits([...cells, cells[0]], number, shown);
    }
    for (const [bit, cell] of network.entries()) {
      const output = lesson?.outputs[bit] ?? null;
      paintOutput(cell, output, output === null || isOne(output) === lesson?.targets[bit]);
    }
    this.#rows.name(lesson);
    this.#memory.update(lesson?.hidden ?? null, lesson ? bits + 1 : 0);
  }

  /** @param {View} view */
  show(view) {
    const { still, output } = this.#view;
    const another = still !== view.still || output !== view.output;
    this.#view = view;
    this.#redraw();
    if (another && view.still === "blame" && !this.#calm.matches) {
      this.#drawing.animate(RUN, { duration: 350, easing: "ease-out" });
    }
  }

  /**
   * @param {MouseEvent} event
   * @param {(from: number, to: number) => void} pick
   */
  #pick({ offsetX, offsetY }, pick) {
    if (!this.#lesson) return;
    const { clientWidth, clientHeight } = this.#whole.canvas;
    const { left, top, side } = wholeBox(clientWidth, clientHeight);
    const units = this.#units;
    const [to, from] = [offsetX - left, offsetY - top].map((at) => Math.floor((at / side) * units));
    if (Math.min(from, to) >= 0 && Math.max(from, to) < units) pick(from, to);
  }

  get #units() {
    return this.#lesson ? this.#lesson.hidden.length / this.#lesson.outputs.length : 0;
  }

  #painters() {
    return paintersFor(this.#lesson, this.#view);
  }

  #redraw() {
    const { still, output } = this.#view;
    this.#element.dataset.still = still;
    this.#rows.show(STILLS[still], this.#lesson, this.#view);
    this.#rows.choose(still === "blame" ? output : null);
    this.#reach.update(this.#lesson, this.#view);
    this.#reach.element.hidden = still !== "blame";
    this.#drawing.ariaLabel = this.#painters().words;
    this.#stamps.canvas.ariaLabel = this.#painters().words;
    say(this.#caption, `${WHOLE} ${this.#units > MANY ? SHADES : SIGNED}`);
    this.#whole.canvas.ariaLabel = "The gradient of the recurrent weights";
    for (const again of [this.#drawAgain, this.#stamps.redraw, this.#whole.redraw]) again();
  }
}
