// @ts-check
/**
 * One sum in columns: carries, both numbers, their sum and, under it, what the network remembers
 * and says. Columns stand as people write them, the highest bit on the left; in slow motion they
 * are uncovered one by one, from the right. Of a wide sum some neighbouring columns are in sight.
 */

import { bitOf, isOne, numberIn } from "../../drawing/bits.js";
import { make, say } from "../../drawing/dom.js";
import { short, whole } from "../../drawing/format.js";
import { EMPTY, paintBits, paintMark, paintOutput } from "../../drawing/bit-cells.js";
import { MemoryStrip } from "../../drawing/memory-strip.js";

/**
 * @typedef {Object} Sum  One sum and what the network makes of it.
 * @property {bigint} a
 * @property {bigint} b
 * @property {Float64Array} outputs  (W,) of all bits
 * @property {Float64Array | null} hidden  (T, H) flat, of the columns in sight; null: not known
 * @property {number} low  the bit of the lowest column in sight
 */

const ROWS = /** @type {const} */ ([
  ["position", "bit"],
  ["carry", "carry"],
  ["first", "first"],
  ["second", "+ second"],
  ["sum", "= sum"],
  ["memory", "memory"],
  ["network", "network"],
  ["mark", "right?"],
]);

export class BitGrid {
  #table;
  #bits = 0;
  #memory = new MemoryStrip();
  /** @type {Record<string, HTMLElement[]>} by row; the lowest bit first, then the decimal value */
  #cells = {};

  /** @param {HTMLTableElement} table */
  constructor(table) {
    this.#table = table;
    this.resize(Number(table.dataset.bits));
  }

  /** @param {number} bits  columns in sight */
  resize(bits) {
    this.#memory.clear(bits);
    if (bits === this.#bits) return;
    this.#bits = bits;
    this.#table.dataset.bits = String(bits);
    this.#table.classList.toggle("dense", bits > 10);
    this.#cells = build(this.#table, bits, this.#memory.element);
  }

  /**
   * @param {Sum} sum
   * @param {number} [uncovered]  how many columns of all, from the lowest; all if left out
   */
  update({ a, b, outputs, hidden, low }, uncovered = outputs.length + 1) {
    const { carry, first, second, sum, network, mark } = this.#cells;
    const [truth, at, shown] = [a + b, BigInt(low), uncovered - low];
    this.#place(low);

    // The sum as at school: a carry is whatever the sum has that the two numbers do not explain.
    paintBits(carry, (a ^ b ^ truth) >> at, shown + 1); // the next column's carry is known, too
    paintBits(first, a >> at);
    paintBits(second, b >> at);
    paintBits(sum, truth >> at, shown);

    // The network's memory and its bits in shades, each judged against the true one.
    this.#memory.update(hidden, shown);
    for (const [bit, output] of outputs.subarray(low, low + this.#bits).entries()) {
      const covered = bit >= shown;
      const right = covered || isOne(output) === bitOf(truth, low + bit);
      paintOutput(network[bit], covered ? null : output, right);
      paintMark(mark[bit], covered ? null : right);
    }

    // Decimal values, for those who do not read binary.
    const said = uncovered < outputs.length ? null : numberIn(outputs);
    const decimals = { first: a, second: b, sum: said === null ? null : truth, network: said };
    for (const [name, number] of Object.entries(decimals)) {
      const cell = this.#cells[name][this.#bits];
      say(cell, number === null ? EMPTY : short(number));
      cell.title = number === null ? "" : whole(number);
      cell.classList.toggle("long", cell.textContent !== cell.title && number !== null);
    }
    paintMark(mark[this.#bits], said === null ? null : said === truth);
    this.#point(shown - 1);
  }

  /** Write down which columns are in sight. @param {number} low */
  #place(low) {
    const { position } = this.#cells;
    this.#table.classList.toggle("far", low + this.#bits > 100);
    for (const [bit, cell] of position.slice(0, -1).entries()) say(cell, String(low + bit));
  }

  /** @param {number} column  the one that was uncovered last; none if there is no such */
  #point(column) {
    for (const row of Object.values(this.#cells)) {
      for (const [place, cell] of row.entries()) {
        cell.parentElement?.classList.toggle("current", place === column && place < this.#bits);
      }
    }
    this.#cells.carry[column + 1]?.classList.toggle("arriving", column + 1 < this.#bits);
    for (const [bit, cell] of this.#cells.carry.entries()) {
      if (bit !== column + 1) cell.classList.remove("arriving");
    }
  }
}

/**
 * @param {HTMLTableElement} table
 * @param {number} width
 * @param {HTMLElement} memory  stands in its row across all columns
 */
function build(table, width, memory) {
  /** @type {Record<string, HTMLElement[]>} */
  const cells = {};
  const body = make("tbody");
  for (const [name, label] of ROWS) {
    const row = body.appendChild(make("tr", name));
    const heading = row.appendChild(make("th", "", label));
    heading.scope = "row";
    if (name === "memory") {
      const across = row.appendChild(make("td"));
      across.colSpan = width;
      across.append(memory);
      row.append(make("td"));
      continue;
    }
    cells[name] = Array.from({ length: width + 1 }, (_, place) =>
      make("span", place < width ? "bit" : "decimal", startOf(name, place, width)),
    );
    for (const cell of [...cells[name].slice(0, width).reverse(), cells[name][width]]) {
      const place = row.appendChild(make(name === "position" ? "th" : "td"));
      if (name === "position") place.setAttribute("scope", "col");
      place.append(cell);
    }
  }
  table.replaceChildren(body);
  return cells;
}

/**
 * What a cell says before the first sum.
 * @param {string} name
 * @param {number} place
 * @param {number} width
 */
function startOf(name, place, width) {
  if (name === "position") return place < width ? String(place) : "decimal";
  return name === "mark" || (name === "carry" && place === width) ? "" : EMPTY;
}
