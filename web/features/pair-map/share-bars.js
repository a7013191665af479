// @ts-check
/** Shares as rows, numbered from 0: a bar, and the number. */

import { make, say } from "../../drawing/dom.js";
import { percent } from "../../drawing/format.js";

export class ShareBars {
  #list;
  /** @type {{row: HTMLElement, value: HTMLElement}[]} */
  #rows = [];

  /** @param {HTMLElement} list */
  constructor(list) {
    this.#list = list;
  }

  /** @param {ArrayLike<number>} shares  0 to 1 each; NaN where there is nothing to measure */
  update(shares) {
    if (shares.length !== this.#rows.length) this.#build(shares.length);
    for (const [place, { row, value }] of this.#rows.entries()) {
      const share = shares[place];
      const known = !Number.isNaN(share);
      say(value, known ? percent(share) : "–");
      row.style.setProperty("--share", known ? share.toFixed(4) : "0");
      row.classList.toggle("whole", share === 1);
    }
  }

  /** @param {number} length */
  #build(length) {
    this.#rows = Array.from({ length }, (_, place) => {
      const row = make("li");
      const value = make("b");
      row.append(make("span", "", String(place)), make("i", "share-bar"), value);
      return { row, value };
    });
    this.#list.replaceChildren(...this.#rows.map(({ row }) => row));
  }
}
