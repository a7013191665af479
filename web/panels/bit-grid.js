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

/** @param {HTMLTableElement} table */
export function bitGrid(table) {
  let bits = 0;
  /** @type {Record<string, HTMLElement[]>} by row; the lowest bit first, then the decimal value */
  let cells = {};

  /** @param {number} width  bits of the sum */
  function resize(width) {
    if (width === bits) return;
    bits = width;
    table.dataset.bits = String(width);
    table.classList.toggle("dense", width > 10);
    cells = build(table, width);
  }

  /** @param {Example} example */
  function update({ a, b, outputs }) {
    // The sum as at school: a carry is whatever the sum has that the two numbers do not explain.
    const sum = a + b;
    paintBits(cells.carry, a ^ b ^ sum);
    paintBits(cells.first, a);
    paintBits(cells.second, b);
    paintBits(cells.sum, sum);

    // The network's bits in shades, each judged against the true one.
    const said = numberIn(outputs);
    for (const [bit, output] of outputs.entries()) {
      const right = isOne(output) === bitOf(sum, bit);
      paintOutput(cells.network[bit], output, right);
      paintMark(cells.mark[bit], right);
    }

    // Decimal values, for those who do not read binary.
    say(cells.first[bits], count(a));
    say(cells.second[bits], count(b));
    say(cells.sum[bits], count(sum));
    say(cells.network[bits], count(said));
    paintMark(cells.mark[bits], said === sum);
  }

  resize(Number(table.dataset.bits));
  return { resize, update };
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
