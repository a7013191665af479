// @ts-check
/**
 * What the network remembers of one sum: the sum's bits and its carries at the head, under them every
 * hidden unit after every column; at the foot what all units tell together, and one unit's values.
 *
 * @typedef {import("../../runtime/messages.js").CarryReading} CarryReading
 * @typedef {import("../../state/page-state.js").Operands} Operands
 */

import { EMPTY, paintBits } from "../../drawing/bit-cells.js";
import { make, say } from "../../drawing/dom.js";
import { percent, short } from "../../drawing/format.js";
import { whenSeen } from "../../drawing/when-visible.js";
import { UnitCells } from "./unit-cells.js";

const UNITS = 16; // until a run says how many there are
const HEAD = /** @type {const} */ ([
  ["first", ""],
  ["second", ""],
  ["carry", "carry"],
  ["position", "bit"],
]);
const FOOT = /** @type {const} */ ([
  ["all", "all"],
  ["unit", "state"],
]);

export class HiddenStates {
  #table;
  #units;
  #hidden = UNITS;
  #bits = 0;
  #shown = 0;
  /** @type {CarryReading | null} of the columns in sight */
  #reading = null;
  /** @type {number | null} the unit that the visitor has chosen */
  #chosen = null;
  /** @type {Record<string, HTMLElement[]>} by row; heading, then the lowest bit first, then the last */
  #cells = {};
  #drawUnits;

  /**
   * @param {import("../../drawing/root.js").Root} root
   * @param {(unit: number) => void} choose
   */
  constructor(root, choose) {
    this.#table = root.find("hidden-states", HTMLTableElement);
    const [body] = this.#table.tBodies;
    this.#units = new UnitCells(body, choose);
    this.#drawUnits = whenSeen(this.#table, () => {
      this.#units.resize(this.#hidden, this.#bits);
      this.#units.update(this.#reading, this.#shown, this.#chosen);
    });
    this.resize(8, UNITS);
  }

  /** The unit that is told of: the chosen one, or the one that tells the carry best. */
  get unit() {
    return this.#chosen ?? this.#reading?.bestUnit ?? 0;
  }

  /**
   * A new run, or other columns: nothing is known.
   * @param {number} bits
   * @param {number} [hidden]  units
   */
  resize(bits, hidden = this.#hidden) {
    if (bits !== this.#bits) this.#build(bits);
    [this.#bits, this.#hidden] = [bits, hidden];
    this.#table.style.setProperty("--bits", String(bits));
    this.clear();
  }

  /** The sum has changed, and nothing is known of its states yet. */
  clear() {
    this.#reading = null;
    this.#tell();
  }

  /** @param {number | null} unit */
  choose(unit) {
    this.#chosen = unit;
    this.#tell();
  }

  /**
   * @param {Operands} sum
   * @param {number} low  the bit of the lowest column in sight
   */
  name({ a, b }, low) {
    for (const [row, number] of [
      [this.#cells.first, a],
      [this.#cells.second, b],
    ]) {
      const [name, ...cells] = /** @type {HTMLElement[]} */ (row);
      say(name, short(/** @type {bigint} */ (number)));
      paintBits(cells, /** @type {bigint} */ (number) >> BigInt(low));
    }
  }

  /**
   * @param {CarryReading} reading
   * @param {number} [shown]  how many columns are uncovered, from the lowest; all if left out
   * @param {number} [low]  the bit of the lowest column in sight
   */
  update(reading, shown = this.#bits + 1, low = 0) {
    [this.#reading, this.#shown] = [reading, shown];
    for (let bit = 0; bit < this.#bits; bit += 1)
      say(this.#cells.position[bit + 1], String(low + bit));
    this.#tell();
  }

  /** @param {number} bits */
  #build(bits) {
    const { tHead, tFoot } = this.#table;
    this.#cells = {};
    const rows = [...HEAD, ...FOOT].map(([name, label]) => {
      const row = make("tr", name);
      const heading = row.appendChild(make("th", "", label));
      heading.scope = "row";
      this.#cells[name] = [heading, ...cellsIn(row, name === "position" ? "th" : "td", bits)];
      return row;
    });
    tHead?.replaceChildren(...rows.slice(0, HEAD.length));
    tFoot?.replaceChildren(...rows.slice(HEAD.length));
    this.#label(rows);
    for (const [bit, cell] of this.#cells.position.slice(1, -1).entries()) say(cell, String(bit));
  }

  /** The names of what stands beside the states. @param {HTMLTableRowElement[]} rows */
  #label([first, second, carry, position]) {
    const what = make("th", "tells");
    what.append(make("b", "", "Tells the carry"), "thick side: a carry");
    Object.assign(what, { colSpan: 2, rowSpan: 3, scope: "colgroup" });
    for (const row of [first, second, carry]) row.lastElementChild?.remove();
    first.append(what);
    const scale = make("th", "scale");
    scale.append(make("span", "", "0"), make("span", "", "cut"), make("span", "", "1"));
    position.lastElementChild?.replaceWith(scale, make("th", "share", "of steps"));
  }

  /** Write down what is known of the carries, of the unit that is told of, and all units. */
  #tell() {
    const [reading, unit, bits] = [this.#reading, this.unit, this.#bits];
    const { unit: row, carry, all } = this.#cells;
    say(row[0], reading ? `${unit}` : "state");
    for (let bit = 0; bit < bits; bit += 1) {
      const known = reading && bit < this.#shown ? reading : null;
      const truth = known?.carry[bit];
      say(row[bit + 1], known ? decimals(known.hidden[bit * this.#hidden + unit]) : EMPTY);
      paint(carry[bit + 1], truth, truth);
      paint(all[bit + 1], known?.byAll[bit], truth);
      for (const cells of Object.values(this.#cells)) {
        cells[bit + 1].parentElement?.classList.toggle("current", bit === this.#shown - 1);
      }
    }
    say(all[bits + 1], reading ? percent(reading.accuracyOfAll) : "–");
    this.#drawUnits();
  }
}

/**
 * @param {HTMLElement} row
 * @param {"td" | "th"} tag
 * @param {number} bits
 * @returns {HTMLElement[]}  what is written into: the lowest bit first, then the last column
 */
function cellsIn(row, tag, bits) {
  const cells = Array.from({ length: bits }, () => make("span", "bit"));
  for (const cell of cells.slice().reverse()) {
    const place = row.appendChild(make(tag));
    if (tag === "th") place.setAttribute("scope", "col");
    place.append(cell);
  }
  const last = row.appendChild(make("td", "share"));
  last.colSpan = 2;
  return [...cells, last];
}

/**
 * @param {HTMLElement} cell
 * @param {number | undefined} said  a bit; undefined: not known
 * @param {number | undefined} truth
 */
function paint(cell, said, truth) {
  const wrong = said !== truth;
  say(cell, said === undefined ? EMPTY : String(said));
  cell.classList.toggle("one", said === 1);
  cell.classList.toggle("wrong", wrong);
  cell.role = wrong ? "img" : null;
  cell.ariaLabel = wrong ? `${said}, wrong` : null;
}

/** Three decimals, for which there is room in a column. @param {number} state */
const decimals = (state) => state.toFixed(3).replace(/^0/, "");
