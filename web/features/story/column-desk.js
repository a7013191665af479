// @ts-check
/** A sum of which one column at a time can be seen and written, and the mark that is left for the next. */

import { say } from "../../drawing/dom.js";
import { schoolbook } from "./written-sum.js";

export class Desk {
  #article;
  #rows;
  #at = 0;
  #touched = false;

  /** @param {HTMLElement} article */
  constructor(article) {
    this.#article = article;
    this.#rows = {
      first: cellsOf(article, "you-first"),
      second: cellsOf(article, "you-second"),
      marks: buttonsOf(article, "you-marks"),
      bits: buttonsOf(article, "you-bits"),
      truth: cellsOf(article, "you-truth"),
      needed: cellsOf(article, "you-needed"),
      network: cellsOf(article, "you-network"),
    };
    for (const button of this.#rows.bits) {
      button.addEventListener("click", () => this.#write(button));
    }
    for (const button of this.#rows.marks) {
      button.addEventListener("click", () => this.#mark(button));
    }
    this.truth = schoolbook(this.#digits.first, this.#digits.second);
    this.#show();
  }

  get #digits() {
    const digits = (/** @type {HTMLElement[]} */ row) =>
      row.map(({ dataset }) => Number(dataset.is));
    return { first: digits(this.#rows.first), second: digits(this.#rows.second) };
  }

  /** The two numbers, as they would be typed. @returns {[string, string]} */
  get numbers() {
    const number = (/** @type {number[]} */ bits) =>
      String(bits.reduce((sum, bit, place) => sum + bit * 2 ** place, 0));
    return [number(this.#digits.first), number(this.#digits.second)];
  }

  /** @returns {import("./written-sum.js").Written} */
  get written() {
    const marks = this.#rows.marks.map(({ ariaPressed }) => (ariaPressed === "true" ? 1 : 0));
    return {
      bits: this.#rows.bits.map(({ textContent }) => Number(textContent)),
      marks: [0, ...marks],
      done: this.#at,
      touched: this.#touched,
    };
  }

  get isAtLast() {
    return this.#at === this.#rows.bits.length - 1;
  }

  /** To the next column, if there is one. */
  goOn() {
    this.#at += 1;
    if (this.#at < this.#rows.bits.length) this.#show();
  }

  /** Only the column at hand is to be seen, and the mark that is left for the next. */
  #show() {
    const { first, second, marks, bits } = this.#rows;
    for (const [bit, cell] of bits.entries()) {
      const isHere = bit === this.#at;
      cell.disabled = !isHere;
      cell.classList.toggle("covered", !isHere);
      for (const row of [first, second]) show(row[bit], isHere ? String(row[bit].dataset.is) : "");
      for (const each of [first[bit], second[bit], cell]) {
        each.parentElement?.classList.toggle("current", isHere);
      }
    }
    for (const [place, mark] of marks.entries()) {
      mark.disabled = place !== this.#at;
      mark.classList.toggle("covered", place !== this.#at && place !== this.#at - 1);
      mark.parentElement?.classList.toggle("current", place === this.#at - 1);
    }
    this.#say();
  }

  #say() {
    const isKept = this.written.marks[this.#at] === 1;
    const told = {
      bit: String(this.#at),
      first: String(this.#digits.first[this.#at]),
      second: String(this.#digits.second[this.#at]),
    };
    for (const words of all(this.#article, "[data-mark]")) {
      words.hidden = (words.dataset.mark === "kept") !== isKept;
    }
    for (const words of all(this.#article, "[data-turn]")) {
      words.hidden = (words.dataset.turn === "end") !== this.isAtLast;
    }
    for (const part of all(this.#article, "[data-column]")) {
      say(part, told[/** @type {keyof typeof told} */ (part.dataset.column)]);
    }
  }

  /** @param {HTMLButtonElement} button */
  #write(button) {
    this.#touched = true;
    say(button, button.textContent === "1" ? "0" : "1");
    button.ariaLabel = `Bit ${button.dataset.bit}: ${button.textContent}`;
  }

  /** @param {HTMLButtonElement} button */
  #mark(button) {
    this.#touched = true;
    button.ariaPressed = String(button.ariaPressed !== "true");
  }

  /** Every column at once, with the truth beside what was written. */
  uncover() {
    const { first, second, marks, bits, truth, needed } = this.#rows;
    const { sum, carry } = this.truth;
    for (const cell of [...first, ...second]) show(cell, String(cell.dataset.is));
    for (const [bit, cell] of truth.entries()) {
      show(cell, String(sum[bit]));
      bits[bit].disabled = true;
      const isOpen = bit < this.#at;
      bits[bit].classList.remove("covered");
      if (!isOpen) say(bits[bit], "?");
      bits[bit].classList.toggle("wrong", isOpen && sum[bit] !== Number(bits[bit].textContent));
    }
    for (const cell of all(this.#article, ".current")) cell.classList.remove("current");
    for (const [place, mark] of marks.entries()) {
      mark.disabled = true;
      mark.classList.remove("covered");
      const isKept = mark.ariaPressed === "true";
      mark.classList.toggle("wrong", place < this.#at && isKept !== (carry[place + 1] === 1));
      showMark(needed[place], carry[place + 1]);
    }
    const words = this.#article.querySelector(".at-column");
    if (words) words.remove();
  }

  /** The marks that the network hands on. @param {number[]} handed  out of each column */
  showNetwork(handed) {
    for (const [place, cell] of this.#rows.network.entries()) showMark(cell, handed[place]);
  }
}

/**
 * @param {HTMLElement} cell
 * @param {string} bit  empty: covered
 */
function show(cell, bit) {
  say(cell, bit);
  cell.classList.remove("not-yet");
  cell.classList.toggle("covered", bit === "");
  cell.classList.toggle("one", bit === "1");
}

/**
 * @param {HTMLElement} cell
 * @param {number} mark
 */
function showMark(cell, mark) {
  cell.classList.remove("not-yet");
  cell.classList.toggle("kept", mark === 1);
  say(cell, mark === 1 ? "mark" : "none");
}

/** The cells of a row, the lowest bit first. @param {HTMLElement} article @param {string} id */
const cellsOf = (article, id) => all(article, `#${id} td > *`).reverse();

/**
 * @param {HTMLElement} article
 * @param {string} id
 * @returns {HTMLButtonElement[]}
 */
const buttonsOf = (article, id) => /** @type {HTMLButtonElement[]} */ (cellsOf(article, id));

/**
 * @param {HTMLElement} article
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
const all = (article, selector) =>
  [...article.querySelectorAll(selector)].map((each) => /** @type {HTMLElement} */ (each));
