// @ts-check
/**
 * The network's memory of a sum: its hidden units after each column as a block of shades, and
 * an arrow from each block to the next, for that is how the state goes on.
 */

import { colourTextOf } from "./colours.js";
import { shadeOf } from "./shades.js";
import { sharpCanvas } from "./sharp-canvas.js";

const BLOCK = 0.68; // share of a column's width; the rest is for the arrow
const PASSING = 350; // milliseconds in which the newest state comes over from its right

export class MemoryStrip {
  #bits = 1;
  /** @type {Float64Array | null} */
  #hidden = null;
  #shown = 0;
  #passed = 1; // how far the newest state has come, 0 to 1
  #picture = sharpCanvas((context, width, height) => this.#draw(context, width, height));
  #still = matchMedia("(prefers-reduced-motion: reduce)");

  get element() {
    return this.#picture.canvas;
  }

  /** @param {number} bits */
  clear(bits) {
    this.#bits = bits;
    this.update(null, 0);
  }

  /**
   * @param {Float64Array | null} hidden  (T, H) flat
   * @param {number} shown  columns that are uncovered
   */
  update(hidden, shown) {
    const further =
      shown === this.#shown + 1 && shown <= this.#bits && isSame(hidden, this.#hidden);
    [this.#hidden, this.#shown] = [hidden, shown];
    this.element.ariaLabel = hidden
      ? `The ${hidden.length / this.#bits} hidden units after each bit, handed on from right to left`
      : "No hidden state yet";
    this.#passed = 1;
    if (further && !this.#still.matches) this.#pass(performance.now());
    else this.#picture.redraw();
  }

  /** Let the newest state come in. @param {number} start */
  #pass(start) {
    const shown = this.#shown;
    const tick = () => {
      if (shown !== this.#shown) return;
      this.#passed = Math.min((performance.now() - start) / PASSING, 1);
      this.#picture.redraw();
      if (this.#passed < 1) requestAnimationFrame(tick);
    };
    tick();
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number} width
   * @param {number} height
   */
  #draw(context, width, height) {
    const column = width / this.#bits;
    for (let bit = 0; bit < this.#bits; bit += 1) {
      const left = width - (bit + 1) * column;
      const current = bit === this.#shown - 1;
      if (current) this.#band(context, left, column, height);
      this.#block(context, bit, left + (column * (1 - BLOCK)) / 2, column * BLOCK, height);
      if (bit > 0) this.#arrow(context, left + column, column, height, current);
    }
  }

  /** The column's highlight, as the style sheet gives it to the other rows.
   * @param {CanvasRenderingContext2D} context
   * @param {number} left
   * @param {number} width
   * @param {number} height
   */
  #band(context, left, width, height) {
    context.fillStyle = colourTextOf("here");
    context.fillRect(left, 0, width, height);
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number} bit
   * @param {number} left
   * @param {number} width
   * @param {number} height
   */
  #block(context, bit, left, width, height) {
    const known = this.#hidden && bit < this.#shown;
    context.strokeStyle = colourTextOf(known ? "edge" : "line");
    context.strokeRect(Math.round(left) + 0.5, 2.5, Math.round(width) - 1, height - 5);
    if (!this.#hidden || !known) return;
    const units = this.#hidden.length / this.#bits;
    const rows = Math.ceil(Math.sqrt(units));
    const columns = Math.ceil(units / rows);
    const newest = bit === this.#shown - 1 && this.#passed < 1;
    context.globalAlpha = newest ? this.#passed : 1;
    const offset = newest ? ((1 - this.#passed) * width) / BLOCK : 0;
    const tile = [(width - 2) / columns, (height - 6) / rows];
    for (let unit = 0; unit < units; unit += 1) {
      const [row, place] = [Math.floor(unit / columns), unit % columns];
      context.fillStyle = shadeOf(this.#hidden[bit * units + unit]);
      const x = left + 1 + offset + place * tile[0];
      context.fillRect(x, 3 + row * tile[1], tile[0] + 0.3, tile[1] + 0.3);
    }
    context.globalAlpha = 1;
  }

  /**
   * From the column on the right of `edge` to the one on its left.
   * @param {CanvasRenderingContext2D} context
   * @param {number} edge
   * @param {number} column
   * @param {number} height
   * @param {boolean} current
   */
  #arrow(context, edge, column, height, current) {
    const [half, middle] = [(column * (1 - BLOCK)) / 2 - 2, height / 2];
    const head = Math.min(half, 5);
    context.strokeStyle = colourTextOf(current ? "ink" : "memory");
    context.lineWidth = current ? 2.5 : 1.25;
    context.beginPath();
    context.moveTo(edge + half, middle);
    context.lineTo(edge - half, middle);
    context.moveTo(edge - half + head, middle - head);
    context.lineTo(edge - half, middle);
    context.lineTo(edge - half + head, middle + head);
    context.stroke();
    context.lineWidth = 1;
  }
}

/**
 * Are they the same columns of the same reading?
 * @param {Float64Array | null} one
 * @param {Float64Array | null} other
 */
const isSame = (one, other) =>
  one?.buffer === other?.buffer && one?.byteOffset === other?.byteOffset;
