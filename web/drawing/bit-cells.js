// @ts-check
/** Cells of the pictures that stand in columns, one column a bit. */

import { bitOf, isOne } from "./bits.js";
import { say } from "./dom.js";

export const EMPTY = "·"; // of a cell that is not known yet

/**
 * @param {HTMLElement[]} row  the lowest bit first; what comes after the bits is left alone
 * @param {bigint} number
 * @param {number} [shown]  so many bits are known
 */
export function paintBits(row, number, shown = row.length) {
  for (const [bit, cell] of row.slice(0, -1).entries()) {
    const one = bit < shown && bitOf(number, bit) === 1;
    say(cell, bit < shown ? String(bitOf(number, bit)) : EMPTY);
    cell.classList.toggle("one", one);
  }
}

/**
 * @param {HTMLElement} cell
 * @param {number | null} output  null: not known yet
 * @param {boolean} right
 */
export function paintOutput(cell, output, right) {
  const shade = output === null ? "" : output.toFixed(2);
  cell.classList.toggle("shaded", output !== null);
  if (cell.style.getPropertyValue("--output") !== shade) {
    cell.dataset.output = shade.replace(/^0/, ""); // shown under the digit by the style sheet
    cell.style.setProperty("--output", shade);
  }
  say(cell, output === null ? EMPTY : String(isOne(output)));
  cell.classList.toggle("one", output !== null && isOne(output) === 1);
  cell.classList.toggle("wrong", !right);
}

/**
 * @param {HTMLElement} cell
 * @param {boolean | null} right  null: not known yet
 */
export function paintMark(cell, right) {
  const [mark, name] = right === null ? ["", null] : right ? ["✓", "right"] : ["✗", "wrong"];
  say(cell, mark);
  cell.role = name && "img";
  cell.ariaLabel = name;
  cell.classList.toggle("wrong", right === false);
}
