// @ts-check
/** The names of rows and columns beside the weights, and the light on those of the chosen unit. */

import { make } from "../../drawing/dom.js";

export class WeightNames {
  #sheet;
  #columns;
  #names;
  /** @type {import("./weight-grid.js").WeightGrid | null} */
  #grid = null;

  /** @param {import("../../drawing/root.js").Root} root */
  constructor(root) {
    this.#sheet = root.find("weights-sheet", HTMLElement);
    this.#columns = root.find("weights-columns", HTMLElement);
    this.#names = root.find("weights-names", HTMLElement);
  }

  /** @param {import("./weight-grid.js").WeightGrid} grid */
  resize(grid) {
    const isTheSame = grid.hidden === this.#grid?.hidden && grid.biases === this.#grid.biases;
    this.#grid = grid;
    if (isTheSame) return;
    this.#sheet.style.setProperty("--cells", String(grid.width));
    this.#sheet.style.setProperty("--rows", String(grid.rows));
    this.#sheet.style.setProperty("--units", String(grid.hidden));
    this.#sheet.classList.toggle("biased", grid.biases);
    const columns = grid.columns.map(({ kind, label }, place) => {
      const name = make("span", kind, label);
      name.style.setProperty("--at", String(grid.left(place)));
      return name;
    });
    const units = Array.from({ length: grid.hidden }, (_, unit) => make("span", "", String(unit)));
    this.#columns.replaceChildren(...columns);
    this.#names.replaceChildren(...units, ...(grid.biases ? [make("span", "", "out")] : []));
  }

  /** @param {number | null} unit  the chosen one */
  choose(unit) {
    const grid = this.#grid;
    if (!grid) return;
    const place = grid.columns.findIndex((each) => each.kind === "memory" && each.number === unit);
    this.#sheet.classList.toggle("chosen", place >= 0);
    this.#sheet.style.setProperty("--chosen", String(unit ?? 0));
    this.#sheet.style.setProperty("--left", String(grid.left(Math.max(place, 0))));
    lightUp(this.#names, unit ?? -1);
    lightUp(this.#columns, place);
  }
}

/**
 * @param {HTMLElement} names
 * @param {number} place  -1: none
 */
function lightUp(names, place) {
  for (const [at, name] of [...names.children].entries()) {
    name.classList.toggle("here", at === place);
  }
}
