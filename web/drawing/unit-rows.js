// @ts-check
/**
 * Tables with a row for every hidden unit, each named by a button: the arrow keys lead from row to
 * row, a press anywhere on one chooses it. Those that stand side by side scroll together.
 */

import { make } from "./dom.js";

const KEYS = /** @type {Record<string, number>} */ ({
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
  Home: -Infinity,
  End: Infinity,
});

export class UnitRows {
  #body;
  /** @type {{row: HTMLTableRowElement, button: HTMLButtonElement}[]} */
  #rows = [];

  /**
   * @param {HTMLTableSectionElement} body
   * @param {{reach: (unit: number) => void, press: (unit: number) => void}} hear
   *   reach: by an arrow key; press: the name is pressed, or another place of the row
   */
  constructor(body, { reach, press }) {
    this.#body = body;
    body.addEventListener("keydown", (event) => this.#walk(event, reach));
    body.addEventListener("click", ({ target }) => {
      const row = target instanceof Element ? target.closest("tr") : null;
      const unit = this.#rows.findIndex((each) => each.row === row);
      if (unit >= 0) press(unit);
    });
  }

  /**
   * Make the rows anew, each of its name alone; returns them to be filled.
   * @param {number} units
   */
  build(units) {
    this.#rows = Array.from({ length: units }, (_, unit) => rowOf(unit));
    this.#body.replaceChildren(...this.#rows.map(({ row }) => row));
    this.choose(null);
    return this.#rows;
  }

  /** @param {number | null} unit */
  choose(unit) {
    for (const [place, { row, button }] of this.#rows.entries()) {
      row.classList.toggle("chosen", place === unit);
      button.tabIndex = place === (unit ?? 0) ? 0 : -1; // the others are reached by arrows
    }
  }

  /**
   * @param {KeyboardEvent} event
   * @param {(unit: number) => void} reach
   */
  #walk(event, reach) {
    const by = KEYS[event.key];
    const at = this.#rows.findIndex(({ button }) => button === event.target);
    if (by === undefined || at < 0) return;
    event.preventDefault();
    const unit = Math.max(0, Math.min(at + by, this.#rows.length - 1));
    reach(unit);
    this.#rows[unit].button.focus();
  }
}

/** @param {number} unit */
function rowOf(unit) {
  const row = make("tr");
  const name = row.appendChild(make("th"));
  name.scope = "row";
  const button = name.appendChild(make("button", "unit-name", String(unit)));
  button.type = "button";
  return { row, button };
}

/** @type {Set<HTMLElement>} */
const together = new Set();

/** Scroll up and down with all others of which this was said. @param {HTMLElement} place */
export function scrollTogether(place) {
  together.add(place);
  place.addEventListener(
    "scroll",
    () => {
      for (const other of together) {
        if (other.scrollTop !== place.scrollTop) other.scrollTop = place.scrollTop;
      }
    },
    { passive: true },
  );
}
