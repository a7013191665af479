// @ts-check
/**
 * What the network remembers of one sum: every hidden unit after every step, under the columns of
 * the grid, and the carry as it can be read from all units, and from the best one.
 *
 * @typedef {import("../../runtime/messages.js").CarryReading} CarryReading
 * @typedef {import("../../runtime/messages.js").Weights} Weights
 */

import { make, say } from "../../drawing/dom.js";
import { percent } from "../../drawing/format.js";
import { EMPTY } from "../../drawing/bit-cells.js";
import { HeatMap } from "./unit-map.js";
import { storyOf } from "./unit-story.js";

const ROWS = /** @type {const} */ ([
  ["position", "bit"],
  ["heat", ""],
  ["unit", ""],
  ["carry", "carry out"],
  ["all", "all units"],
  ["best", "best unit"],
]);

export class HiddenStates {
  #table;
  #story;
  #bits = 0;
  #shown = 0;
  /** @type {CarryReading | null} of the columns in sight */
  #reading = null;
  /** @type {Weights | null} */
  #weights = null;
  /** @type {Record<string, HTMLElement[]>} by row; heading, then the lowest bit first, then the last */
  #cells = {};
  #heat;
  #look;

  /**
   * @param {import("../../drawing/root.js").Root} root
   * @param {() => void} look  called when the visitor looks at a unit: its weights are wanted
   */
  constructor(root, look) {
    this.#table = root.find("hidden-states", HTMLTableElement);
    this.#story = root.find("unit-story", HTMLElement);
    this.#look = look;
    this.#heat = new HeatMap((chosen) => {
      this.#tell();
      if (chosen) look();
    });
    this.resize(8);
  }

  /** A new run, or other columns: nothing is known. @param {number} bits */
  resize(bits) {
    [this.#reading, this.#weights] = [null, null];
    if (bits !== this.#bits) this.#build(bits);
    this.#bits = bits;
    this.#table.classList.toggle("dense", bits > 10);
    this.clear();
  }

  /** The sum has changed, and nothing is known of its states yet. */
  clear() {
    this.#reading = null;
    this.#heat.update(null, this.#bits, 0);
    this.#tell();
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
    this.#table.classList.toggle("far", low + this.#bits > 100);
    this.#heat.update(reading, this.#bits, shown);
    this.#tell();
    if (this.#weights) this.#look(); // they have changed
  }

  /** @param {Weights} weights */
  showWeights(weights) {
    this.#weights = weights;
    this.#tell();
  }

  /** @param {number} bits */
  #build(bits) {
    const body = make("tbody");
    for (const [name, label] of ROWS) {
      const row = body.appendChild(make("tr", name));
      const heading = row.appendChild(make("th", "", label));
      heading.scope = "row";
      if (name === "heat") this.#hang(row, heading, bits);
      else this.#cells[name] = [heading, ...cellsIn(row, name === "position" ? "th" : "td", bits)];
    }
    const [, ...places] = this.#cells.position;
    for (const [bit, cell] of places.entries()) say(cell, bit < bits ? String(bit) : "match");
    this.#table.replaceChildren(body);
  }

  /**
   * The picture, across all columns.
   * @param {HTMLElement} row
   * @param {HTMLElement} heading
   * @param {number} bits
   */
  #hang(row, heading, bits) {
    heading.append(this.#heat.label);
    const across = row.appendChild(make("td"));
    across.colSpan = bits;
    across.append(this.#heat.element);
    row.appendChild(make("td")).append(this.#heat.matches);
  }

  /** Write down all that is known of the unit that is looked at, and the three rows of carries. */
  #tell() {
    const [reading, unit, bits] = [this.#reading, this.#heat.unit, this.#bits];
    const { unit: row, carry, all, best } = this.#cells;
    const units = (reading?.hidden.length ?? 0) / bits;
    say(row[0], reading ? `unit ${unit}` : "unit");
    say(best[0], reading ? `best (${reading.bestUnit})` : "best unit");
    for (let bit = 0; bit < bits; bit += 1) {
      const known = reading && bit < this.#shown ? reading : null;
      const truth = known?.carry[bit];
      say(row[bit + 1], known ? short(known.hidden[bit * units + unit]) : EMPTY);
      paint(carry[bit + 1], truth, truth);
      paint(all[bit + 1], known?.byAll[bit], truth);
      paint(best[bit + 1], known?.byBest[bit], truth);
      for (const cells of Object.values(this.#cells)) {
        cells[bit + 1].parentElement?.classList.toggle("current", bit === this.#shown - 1);
      }
    }
    say(row[bits + 1], reading ? percent(reading.accuracies[unit]) : "");
    say(all[bits + 1], reading ? percent(reading.accuracyOfAll) : "");
    say(best[bits + 1], reading ? percent(reading.accuracyOfBest) : "");
    say(this.#story, reading ? storyOf(unit, reading, this.#weights) : "");
  }
}

/** .98, in as little room as there is. */
const short = (/** @type {number} */ value) => value.toFixed(2).replace(/^0/, "");

/**
 * @param {HTMLElement} row
 * @param {"td" | "th"} tag
 * @param {number} bits
 * @returns {HTMLElement[]}  what is written into: the lowest bit first, then the last column
 */
function cellsIn(row, tag, bits) {
  const cells = Array.from({ length: bits + 1 }, (_, bit) =>
    make("span", bit < bits ? "bit" : "decimal"),
  );
  for (const cell of [...cells.slice(0, bits).reverse(), cells[bits]]) {
    const place = row.appendChild(make(tag));
    if (tag === "th") place.setAttribute("scope", "col");
    place.append(cell);
  }
  return cells;
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
