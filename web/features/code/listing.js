// @ts-check
/**
 * The lines of the functions: each with the strip of its values at the pass in sight, and asked what
 * it is for.
 *
 * @typedef {import("../../runtime/messages.js").Lines} Lines
 * @typedef {import("../../runtime/messages.js").Note} Note
 * @typedef {{item: HTMLElement, strip: Element, shape: Element, number: number,
 *   within: {name: string, last: number}, drawn: Note | null, here: number}} Row
 * @typedef {{title: string, words: Element, values: string}} Asked  what is said of a line
 */

import { say } from "../../drawing/dom.js";
import { shortly, strip, written } from "./strips.js";
import { cellOf, drawn, notesAt, OUTSIDE, passOf } from "./when.js";

const MOST = 16; // numbers that are written out

export class Listings {
  #rows;
  /** @type {Map<number, Note[]>} */
  #notes = new Map();
  /** @type {Lines["products"]} */
  #products = [];
  #position = 0;
  #steps = 8;

  /** @param {HTMLElement[]} panels  of the functions, `code-` and the name */
  constructor(panels) {
    this.#rows = panels.flatMap(rowsOf);
  }

  /**
   * @param {Lines} lines  all that was computed
   * @param {number} steps  bits of the sum
   */
  take({ notes, products }, steps) {
    this.#notes = new Map();
    for (const note of notes)
      this.#notes.set(note.line, [...(this.#notes.get(note.line) ?? []), note]);
    this.#products = products;
    this.#steps = steps;
    for (const row of this.#rows) {
      const mine = this.#rows.filter(({ within }) => within.name === row.within.name);
      const inLoop = mine.filter(({ number }) =>
        this.#notes.get(number)?.some(({ step }) => step !== OUTSIDE),
      );
      row.within.last = Math.max(0, ...inLoop.map(({ number }) => number));
    }
  }

  /** @param {number} position  of the pass */
  show(position) {
    this.#position = position;
    const { t, back } = passOf(position, this.#steps);
    for (const row of this.#rows) {
      const note = drawn(this.#at(row));
      const here = note ? cellOf(note, t, this.#steps) : -1;
      const now =
        note !== null && note.step !== OUTSIDE && back === (row.within.name === "backward");
      row.item.classList.toggle("now", now);
      row.item.classList.toggle("forth", now && !back);
      if (note === row.drawn && here === row.here) continue;
      [row.drawn, row.here] = [note, here];
      row.strip.replaceChildren(...(note ? [strip(note, roleIn(row.item, note.name), here)] : []));
      say(row.shape, note ? written(note.shape) : "");
    }
  }

  /** @param {Row} row */
  #at({ number, within }) {
    return notesAt(this.#notes.get(number) ?? [], within, this.#position, this.#steps);
  }

  /**
   * What there is to say of a line.
   * @param {HTMLElement} item
   * @returns {Asked}
   */
  about(item) {
    const row = /** @type {Row} */ (this.#rows.find((each) => each.item === item));
    const panel = /** @type {Element} */ (item.closest(".listing"));
    const words = panel.querySelectorAll(".explanations > p")[Number(item.dataset.says)];
    const products = this.#products
      .filter(({ line }) => line === row.number)
      .map(({ left, right }) => `${written(left)} @ ${written(right)}`);
    const shapes = products.length ? `${products.join(" and ")}. ` : "";
    const values = this.#at(row).map(inFull).join("; ");
    const shown = item.querySelector(".ask")?.textContent;
    return { title: `${row.within.name}, line ${shown}`, words, values: shapes + values };
  }
}

/**
 * @param {HTMLElement} panel
 * @returns {Row[]}
 */
function rowsOf(panel) {
  const within = { name: panel.id.replace("code-", ""), last: 0 };
  /** @type {NodeListOf<HTMLElement>} */
  const items = panel.querySelectorAll("li[data-line]");
  return Array.from(items, (item) => ({
    item,
    strip: /** @type {Element} */ (item.querySelector(".strip")),
    shape: /** @type {Element} */ (item.querySelector(".shape")),
    number: Number(item.dataset.line),
    within,
    drawn: null,
    here: -1,
  }));
}

/** @param {Note} note */
function inFull({ name, shape, value }) {
  const numbers = [...value.slice(0, MOST)].map(shortly).join(" ");
  const more = value.length > MOST ? ` … and ${value.length - MOST} more` : "";
  return `${name} ${shape.length ? written(shape) : "="} ${numbers}${more}`;
}

/**
 * What a name in a line stands for.
 * @param {HTMLElement} item
 * @param {string} name  as in d_hidden[t]
 */
function roleIn(item, name) {
  const [base] = name.match(/^\w+/) ?? [""];
  const found = item.querySelector(`[data-name="${base}"]`);
  return found?.className.match(/of-(\w+)/)?.[1] ?? "none";
}
