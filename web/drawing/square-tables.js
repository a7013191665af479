// @ts-check
/**
 * What the square of two hidden units shows, as tables: its four groups, and a sum's way.
 *
 * @typedef {import("../runtime/messages.js").Square} Square
 * @typedef {import("../runtime/messages.js").Way} Way
 */

import { isOne } from "./bits.js";
import { draw, make } from "./dom.js";
import { count } from "./format.js";
import { markPath, ONES } from "./marks-of-ones.js";

const NONE = "–"; // not known yet, or there is none

/**
 * The mark of a number of ones, with the number beside it.
 * @param {number} ones
 */
export function markOf(ones) {
  const mark = make("span", "mark-of-ones");
  const icon = draw("svg", { viewBox: "-8 -8 16 16", "aria-hidden": "true" });
  icon.append(draw("path", { class: `met met-${ones}`, d: markPath(ones, 0, 0, 5) }));
  mark.append(icon, String(ones));
  return mark;
}

/**
 * A row for each number of ones that can meet: where its states lie, how many, how far apart.
 * @param {HTMLElement} body
 * @param {Square | null} square  null: not known yet
 */
export function tellGroups(body, square) {
  const rows = ONES.map((_, met) => {
    const size = square?.sizes[met] ?? 0;
    const [x, y] = [square?.centres[2 * met] ?? 0, square?.centres[2 * met + 1] ?? 0];
    const far = square?.radii[met] ?? 0;
    const cells = size ? [count(size), pair(x, y), short(far)] : [square ? "0" : NONE, NONE, NONE];
    return rowOf(markOf(met), cells);
  });
  body.replaceChildren(...rows);
}

/**
 * A row for each column of a sum, the lowest first.
 * @param {HTMLElement} body
 * @param {Way | null} way
 * @param {number} shown  how many of its steps are in sight
 */
export function tellWay(body, way, shown) {
  const rows = [...(way?.ones ?? [])].map((ones, step) => {
    const { bits, states, outputs } = /** @type {Way} */ (way);
    const said = isOne(outputs[step]);
    const wrong = said !== (ones & 1);
    const reads = `${bits[2 * step]} + ${bits[2 * step + 1]}`;
    const place = pair(states[2 * step], states[2 * step + 1]);
    const writes = `${said} (${short(outputs[step], 2)})${wrong ? " ✗" : ""}`;
    const row = rowOf(String(step), [reads, markOf(ones), place, writes]);
    row.classList.toggle("current", step === shown - 1);
    row.classList.toggle("to-come", step >= shown);
    row.classList.toggle("wrong", wrong);
    return row;
  });
  body.replaceChildren(...rows);
}

/**
 * @param {HTMLElement | string} name
 * @param {(HTMLElement | string)[]} cells
 */
function rowOf(name, cells) {
  const row = make("tr");
  const heading = row.appendChild(make("th"));
  heading.scope = "row";
  heading.append(name);
  for (const cell of cells) row.appendChild(make("td")).append(cell);
  return row;
}

/** .998, in as little room as there is. @param {number} value */
export const short = (value, digits = 3) => value.toFixed(digits).replace(/^0\./, ".");

const pair = (/** @type {number} */ x, /** @type {number} */ y) => `${short(x)}, ${short(y)}`;
