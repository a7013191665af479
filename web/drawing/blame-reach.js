// @ts-check
/**
 * Whose error reaches which column: a triangle in a table, under the columns that it speaks of. A row
 * for each output, in shares of what it has given to its own column; a dot has the share's size.
 *
 * @typedef {import("../runtime/messages.js").Lesson} Lesson
 */

import { heightOf, share } from "./blame-numbers.js";
import { make, say } from "./dom.js";

export class ReachTable {
  /** @type {{row: HTMLElement, cells: HTMLElement[]}[]} by output */
  #rows = [];

  constructor() {
    this.element = make("table", "columns reach");
  }

  /** @param {number} bits */
  resize(bits) {
    const body = make("tbody");
    const columns = Array.from({ length: bits }, (_, place) => bits - 1 - place);
    const head = body.appendChild(make("tr", "names"));
    for (const name of ["output", ...columns.map((column) => `bit ${column}`)]) {
      const heading = head.appendChild(make("th"));
      heading.scope = name === "output" ? "row" : "col"; // the first is as wide as those below it
      heading.append(make("span", "unseen", name)); // to be seen they stand above
    }
    this.#rows = [];
    for (const output of columns) {
      const row = body.appendChild(make("tr"));
      row.appendChild(make("th", "", `from bit ${output}`)).scope = "row";
      const cells = columns.map(() =>
        row.appendChild(make("td")).appendChild(make("span", "part")),
      );
      this.#rows[output] = { row, cells: cells.reverse() };
    }
    const caption = make(
      "caption",
      "",
      "Whose error reaches which column: share of what its own output gave",
    );
    this.element.replaceChildren(caption, body);
  }

  /**
   * @param {Pick<Lesson, "reach"> | null} lesson  null: nothing is known yet
   * @param {{output: number | null, log: boolean}} view  output: the row that matters
   */
  update(lesson, { output, log }) {
    const bits = this.#rows.length;
    for (const [from, { row, cells }] of this.#rows.entries()) {
      row.classList.toggle("chosen", from === output);
      const own = lesson?.reach[from * bits + from] ?? 0;
      for (const [column, cell] of cells.entries()) {
        const part =
          lesson && column <= from ? lesson.reach[from * bits + column] / own : Number.NaN;
        const known = lesson !== null && column <= from;
        say(cell, known ? share(part) : column <= from ? "·" : "");
        cell.style.setProperty("--part", heightOf(part, 1, log).toFixed(3));
        cell.classList.toggle("dotted", part > 0);
      }
    }
  }
}
