// @ts-check
/**
 * A row for every hidden unit: its state after each column in shades, arrow-shaped where it is read
 * as a carry, outlined where that is wrong; the strips of the cuts; how often each unit is right.
 *
 * @typedef {import("../../runtime/messages.js").CarryReading} CarryReading
 */

import { make, say } from "../../drawing/dom.js";
import { percent } from "../../drawing/format.js";
import { UnitRows } from "../../drawing/unit-rows.js";
import { CutStrips } from "./cut-strips.js";
import { digits } from "./unit-story.js";

export class UnitCells {
  #rows;
  #strips = new CutStrips();
  #units = 0;
  #bits = 0;
  /** @type {{cells: HTMLElement[], share: HTMLElement, button: HTMLElement}[]} lowest bit first */
  #made = [];

  /**
   * @param {HTMLTableSectionElement} body
   * @param {(unit: number) => void} choose
   */
  constructor(body, choose) {
    this.#rows = new UnitRows(body, { reach: choose, press: choose });
  }

  /**
   * @param {number} units
   * @param {number} bits
   */
  resize(units, bits) {
    if (units === this.#units && bits === this.#bits) return;
    [this.#units, this.#bits] = [units, bits];
    this.#strips.resize(units);
    this.#made = this.#rows.build(units).map(({ row, button }, unit) => {
      const cells = Array.from({ length: bits }, () => make("td", "state"));
      row.append(...cells.slice().reverse());
      if (unit === 0) {
        const strips = row.appendChild(make("td", "strips"));
        strips.rowSpan = units;
        strips.append(this.#strips.canvas);
      }
      return { cells, share: row.appendChild(make("td", "share")), button };
    });
  }

  /**
   * @param {CarryReading | null} reading  of the columns in sight
   * @param {number} shown  how many of them are uncovered
   * @param {number | null} chosen  unit
   */
  update(reading, shown, chosen) {
    this.#rows.choose(chosen);
    this.#strips.update(reading, shown, chosen);
    for (const [unit, { cells, share, button }] of this.#made.entries()) {
      const tells = reading ? percent(reading.accuracies[unit]) : "–";
      say(share, tells);
      share.classList.toggle("best", unit === reading?.bestUnit);
      button.ariaPressed = String(unit === chosen);
      button.ariaLabel = `Unit ${unit}${reading ? `, tells the carry in ${tells} of steps` : ""}`;
      for (const [bit, cell] of cells.entries()) {
        if (reading && bit < shown) paint(cell, reading, bit, unit, this.#units);
        else unpaint(cell);
      }
    }
  }
}

/**
 * @param {HTMLElement} cell
 * @param {CarryReading} reading
 * @param {number} bit
 * @param {number} unit
 * @param {number} units
 */
function paint(cell, { hidden, byUnit, carry }, bit, unit, units) {
  const place = bit * units + unit;
  const [state, says] = [hidden[place], byUnit[place]];
  const wrong = says !== carry[bit];
  cell.style.setProperty("--state", state.toFixed(2));
  cell.classList.add("known");
  cell.classList.toggle("says", says === 1);
  cell.classList.toggle("wrong", wrong);
  cell.ariaLabel = `${digits(state)}: ${says ? "a carry" : "no carry"}${wrong ? ", wrong" : ""}`;
}

/** @param {HTMLElement} cell */
function unpaint(cell) {
  cell.classList.remove("known", "says", "wrong");
  cell.ariaLabel = "not known yet";
}
