// @ts-check
/** A row for every hidden unit: how many sums are right without it. Its name silences it. */

import { make, say } from "../../drawing/dom.js";
import { percent } from "../../drawing/format.js";
import { UnitRows } from "../../drawing/unit-rows.js";

export class LesionRows {
  #rows;
  /** @type {{button: HTMLElement, bar: HTMLElement, share: HTMLElement}[]} */
  #units = [];

  /**
   * @param {HTMLTableSectionElement} body
   * @param {{reach: (unit: number) => void, press: (unit: number) => void}} hear
   */
  constructor(body, hear) {
    this.#rows = new UnitRows(body, hear);
  }

  /** @param {number} hidden */
  resize(hidden) {
    this.#units = this.#rows.build(hidden).map(({ row, button }) => {
      const bar = row.appendChild(make("td", "lesion"));
      bar.append(make("i", "share-bar"));
      return { button, bar, share: row.appendChild(make("td", "share")) };
    });
    this.update(null);
    this.mark(undefined);
  }

  /** @param {Float64Array | null} exact  share of sums right without each; null: not known */
  update(exact) {
    for (const [unit, { button, bar, share }] of this.#units.entries()) {
      const right = exact && percent(exact[unit]);
      button.ariaLabel = `Silence unit ${unit}: ${right ? `${right} right without it` : "not measured"}`;
      bar.style.setProperty("--share", exact ? exact[unit].toFixed(4) : "0");
      say(share, right ?? "–");
    }
  }

  /** @param {number | null} unit  the chosen one */
  choose(unit) {
    this.#rows.choose(unit);
  }

  /** @param {number | undefined} silenced */
  mark(silenced) {
    for (const [unit, { button }] of this.#units.entries()) {
      button.ariaPressed = String(unit === silenced);
    }
  }
}
