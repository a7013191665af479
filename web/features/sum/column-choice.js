// @ts-check
/** Which columns of a wide sum are in sight: a slider that runs as the bits do, and short ways. */

import { say } from "../../drawing/dom.js";
import { count } from "../../drawing/format.js";

/**
 * @typedef {Object} Place
 * @property {number} low  the bit of the lowest column in sight
 * @property {number} columns  how many are in sight
 * @property {number} width  of the sum
 * @property {boolean} wrong  is any bit wrong?
 */

export class ColumnChoice {
  #box;
  #range;
  #where;
  #higher;
  #lower;
  #wrong;
  #columns = 0;

  /**
   * @param {import("../../drawing/root.js").Root} root
   * @param {{move: (low: number) => void, showWrong: () => void}} actions
   */
  constructor(root, { move, showWrong }) {
    this.#box = root.find("columns-choice", HTMLElement);
    this.#range = root.find("columns-range", HTMLInputElement);
    this.#where = root.find("columns-where", HTMLElement);
    this.#higher = root.find("columns-higher", HTMLButtonElement);
    this.#lower = root.find("columns-lower", HTMLButtonElement);
    this.#wrong = root.find("columns-wrong", HTMLButtonElement);
    const by = (/** @type {number} */ screens) =>
      move(Number(this.#range.value) + screens * this.#columns);
    this.#range.addEventListener("input", () => move(Number(this.#range.value)));
    this.#higher.addEventListener("click", () => by(1));
    this.#lower.addEventListener("click", () => by(-1));
    this.#wrong.addEventListener("click", showWrong);
  }

  hide() {
    this.#box.hidden = true;
  }

  /** @param {Place} place */
  update({ low, columns, width, wrong }) {
    this.#box.hidden = columns === width;
    if (columns === width) return;
    this.#columns = columns;
    const words = `Bits ${count(low)} to ${count(low + columns - 1)} of ${count(width)}`;
    this.#range.max = String(width - columns);
    this.#range.value = String(low);
    this.#range.ariaValueText = words;
    say(this.#where, words);
    this.#higher.ariaDisabled = String(low === width - columns);
    this.#lower.ariaDisabled = String(low === 0);
    this.#wrong.disabled = !wrong;
  }
}
