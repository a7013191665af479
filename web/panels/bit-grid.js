// @ts-check
/**
 * The newest example as a column sum: carries, both numbers, their sum and, under it, what the
 * network says. Columns stand as people write them, the highest bit on the left.
 *
 * @typedef {import("../messages.js").Example} Example
 */

import { bitOf, isOne, numberIn } from "../bits.js";
import { make, say } from "../dom.js";
import { count } from "../format.js";

const ROWS = /** @type {const} */ ([
  ["position", "bit"],
  ["carry", "carry"],
  ["first", "first"],
  ["second", "+ second"],
  ["sum", "= sum"],
  ["network", "network"],
  ["mark", "right?"],
]);
const EMPTY = "·";

export class BitGrid {
  #table;
  #bits = 0;
  /** @type {Record<string, HTMLElement[]>} by row; the lowest bit first, then the decimal value */
  #cells = {};

  /** @param {HTMLTableElement} table */
  constructor(table) {
    this.#table = table;
    this.resize(Number(table.dataset.bits));
  }

  /** @param {number} bits  width of the sum */
  resize(bits) {
    if (bits === this.#bits) return;
    this.#bits = bits;
    this.#table.dataset.bits = String(bits);
    this.#table.classList.toggle("dense", bits > 10);
    this.#cells = build(this.#table, bits);
  }

  /** @param {Example} example */
  update({ a, b, outputs }) {
    const { carry, first, second, sum, network, mark } = this.#cells;
    const [truth, said] = [a + b, numberIn(outputs)];

    // The sum as at school: a carry is whatever the sum has that the two numbers do not explain.
    paintBits(carry, a ^ b ^ truth);
    paintBits(first, a);
    paintBits(second, b);
    paintBits(sum, truth);

    // The network's bits in shades, each judged against the true one.
    for (const [bit, output] of outputs.entries()) {
      const right = isOne(output) === bitOf(truth, bit);
      paintOutput(network[bit], output, right);
      paintMark(mark[bit], right);
    }

    // Decimal values, for those who do not read binary.
    for (const [row, value] of /** @type {const} */ ([
      [first, a],
      [second, b],
      [sum, truth],
      [network, said],
    ])) {
      say(row[this.#bits], count(value));
    }
    paintMark(mark[this.#bits], said === truth);
  }
}

/**
 * @param {HTMLTableElement} table
 * @param {number} width
 */
function build(table, width) {
  /** @type {Record<string, HTMLElement[]>} */
  const cells = {};
  const body = make("tbody");
  for (const [name, label] of ROWS) {
    const row = body.appendChild(make("tr", name));
    cells[name] = Array.from({ length: width + 1 }, (_, place) =>
      make("span", place < width ? "bit" : "decimal", startOf(name, place, width)),
    );
    const heading = row.appendChild(make("th", "", label));
    heading.scope = "row";
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
 * What a cell says before the first example.
 * @param {string} name
 * @param {number} place
 * @param {number} width
 */
function startOf(name, place, width) {
  if (name === "position") return place < width ? String(place) : "decimal";
  return name === "mark" || (name === "carry" && place === width) ? "" : EMPTY;
}

/**
 * @param {HTMLElement[]} row
 * @param {number} number
 */
function paintBits(row, number) {
  for (const [bit, cell] of row.slice(0, -1).entries()) {
    say(cell, String(bitOf(number, bit)));
    cell.classList.toggle("one", bitOf(number, bit) === 1);
  }
}

/**
 * @param {HTMLElement} cell
 * @param {number} output
 * @param {boolean} right
 */
function paintOutput(cell, output, right) {
  const shade = output.toFixed(2);
  cell.classList.add("shaded");
  if (cell.style.getPropertyValue("--output") !== shade) {
    cell.dataset.output = shade.replace(/^0/, ""); // shown under the digit by the style sheet
    cell.style.setProperty("--output", shade);
  }
  say(cell, String(isOne(output)));
  cell.classList.toggle("one", isOne(output) === 1);
  cell.classList.toggle("wrong", !right);
}

/**
 * @param {HTMLElement} cell
 * @param {boolean} right
 */
function paintMark(cell, right) {
  say(cell, right ? "✓" : "✗");
  cell.role = "img";
  cell.ariaLabel = right ? "right" : "wrong";
  cell.classList.toggle("wrong", !right);
}
