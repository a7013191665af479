// @ts-check
/**
 * A strip for every hidden unit: where its states of the sum in sight lie between 0 and 1, and where
 * a reader cuts. Full dots are states after which there is a carry, rings the others; the thick side
 * of the cut is read as a carry. The scale is stretched towards 0 and 1, where most states are.
 *
 * @typedef {import("../../runtime/messages.js").CarryReading} CarryReading
 */

import { colourTextOf } from "../../drawing/colours.js";
import { sharpCanvas } from "../../drawing/sharp-canvas.js";

const REACH = 8; // how far the stretched scale goes on either side of one half: to about .0003
const EDGE = 5; // pixels beside its ends
const DOT = 0.16; // of a row, the radius of a dot, and ...
const LARGEST = 4; // ... at most so many pixels

export class CutStrips {
  #picture = sharpCanvas((context, width, height) => this.#draw(context, width, height));
  /** @type {CarryReading | null} */
  #reading = null;
  #shown = 0;
  #units = 1;
  /** @type {number | null} */
  #chosen = null;
  canvas = this.#picture.canvas;

  /** @param {number} units */
  resize(units) {
    this.#units = units;
    this.canvas.style.setProperty("--units", String(units));
  }

  /**
   * @param {CarryReading | null} reading  of the columns in sight
   * @param {number} shown  how many of them are uncovered, from the lowest
   * @param {number | null} chosen  unit
   */
  update(reading, shown, chosen) {
    [this.#reading, this.#shown, this.#chosen] = [reading, shown, chosen];
    this.canvas.ariaLabel = reading
      ? "The states of each unit between 0 and 1, and where they are cut to read the carry"
      : "No states yet";
    this.#picture.redraw();
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number} width
   * @param {number} height
   */
  #draw(context, width, height) {
    const row = height / this.#units;
    if (this.#chosen !== null) {
      context.fillStyle = colourTextOf("here");
      context.fillRect(0, this.#chosen * row, width, row);
    }
    if (!this.#reading) return;
    for (let unit = 0; unit < this.#units; unit += 1) {
      context.save();
      context.translate(0, unit * row);
      drawCut(context, this.#reading, unit, { width, row });
      this.#drawStates(context, this.#reading, unit, { width, row });
      context.restore();
    }
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {CarryReading} reading
   * @param {number} unit
   * @param {{width: number, row: number}} size
   */
  #drawStates(context, { hidden, carry }, unit, { width, row }) {
    const radius = Math.min(row * DOT, LARGEST);
    context.lineWidth = 1.5;
    for (let bit = 0; bit < Math.min(carry.length, this.#shown); bit += 1) {
      const x = placeOf(hidden[bit * this.#units + unit], width);
      context.beginPath();
      context.arc(x, row / 2, radius, 0, 2 * Math.PI);
      context.fillStyle = colourTextOf(carry[bit] ? "memory" : "paper");
      context.strokeStyle = colourTextOf("memory");
      context.fill();
      context.stroke();
    }
  }
}

/**
 * The scale, thick where a carry is read, and the cut across it.
 * @param {CanvasRenderingContext2D} context
 * @param {CarryReading} reading
 * @param {number} unit
 * @param {{width: number, row: number}} size
 */
function drawCut(context, { thresholds, rising }, unit, { width, row }) {
  const cut = placeOf(thresholds[unit], width);
  const [from, to] = rising[unit] ? [cut, width - EDGE] : [EDGE, cut];
  context.fillStyle = colourTextOf("edge");
  context.fillRect(EDGE, row / 2 - 0.5, width - 2 * EDGE, 1);
  context.fillRect(from, row / 2 - 2, to - from, 4);
  context.fillStyle = colourTextOf("ink");
  context.fillRect(cut - 1, row * 0.12, 2, row * 0.76);
}

/**
 * From 0 at the left to 1 at the right, one half in the middle.
 * @param {number} state
 * @param {number} width
 */
function placeOf(state, width) {
  const stretched = state <= 0 ? -REACH : state >= 1 ? REACH : Math.log(state / (1 - state));
  const inside = Math.max(-REACH, Math.min(stretched, REACH));
  return EDGE + ((inside + REACH) / (2 * REACH)) * (width - 2 * EDGE);
}
