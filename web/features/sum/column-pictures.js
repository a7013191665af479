// @ts-check
/**
 * The pictures that show a sum column by column, all of them the same one and the same columns of
 * it: those that are in sight.
 *
 * @typedef {import("../../state/page-state.js").Shared} Shared
 * @typedef {import("../../runtime/messages.js").CarryReading} CarryReading
 * @typedef {import("./sentence.js").Told} Told
 * @typedef {{sum: Told, reading: CarryReading | null, shown?: number}} Shown
 */

import { wrongBits } from "../../drawing/bits.js";
import { ColumnChoice } from "./column-choice.js";
import { columnsOf, partOf } from "../../state/sum-in-sight.js";

export class Pictures {
  #grid;
  #inSight;
  #inColumns;
  #choice;
  #low = 0; // the lowest column in sight
  #columns = 0; // how many are
  #bits = 0; // of the run
  /** @type {Shown | null} what is drawn */
  #now = null;

  /**
   * @param {import("../../drawing/root.js").Root} root
   * @param {import("./bit-grid.js").BitGrid} grid
   * @param {Shared} shared
   * @param {(bit: number) => void} reveal  the visitor wants to see a bit: it may be covered yet
   */
  constructor(root, grid, shared, reveal) {
    this.#grid = grid;
    this.#inSight = shared.inSight;
    this.#inColumns = shared.columns;
    this.#choice = new ColumnChoice(root, {
      move: (low) => this.#look(low),
      showWrong: () => this.#showWrong(reveal),
    });
    shared.run.follow((settings) => settings && this.#begin(settings.bits));
  }

  /** @param {number} bits  of the new run */
  #begin(bits) {
    if (bits !== this.#bits) {
      [this.#now, this.#columns] = [null, bits];
      this.#inSight.set(null);
      this.#choice.hide();
    }
    this.#bits = bits;
    if (this.#now) this.#now.reading = null; // it was of another network
    this.#resize(this.#columns);
  }

  /** @param {number} columns */
  #resize(columns) {
    this.#columns = columns;
    this.#grid.resize(columns);
    this.#inColumns.set({ columns, low: 0, reading: null, untrained: false });
  }

  /**
   * @param {Told} sum
   * @param {CarryReading | null} reading  null: not known in time
   * @param {number} [shown]  how many columns are uncovered; all if left out
   */
  draw(sum, reading, shown) {
    const width = sum.outputs.length;
    const columns = columnsOf(width, this.#bits);
    const before = this.#now?.sum;
    const same = before?.a === sum.a && before.b === sum.b;
    if (columns !== this.#columns) this.#resize(columns);
    this.#now = { sum, reading, shown };
    if (!same) this.#inSight.set({ a: sum.a, b: sum.b });
    if (shown !== undefined)
      this.#low = Math.ceil(shown - 1 - columns / 2); // in the middle
    else if (!same) this.#low = (wrongBits(sum)[0] ?? 0) - Math.floor(columns / 2);
    this.#drawColumns();
  }

  /** @param {number} low */
  #look(low) {
    this.#low = low;
    this.#drawColumns();
  }

  /** @param {(bit: number) => void} reveal */
  #showWrong(reveal) {
    if (!this.#now) return;
    const [first = 0] = wrongBits(this.#now.sum);
    reveal(first);
    this.#look(first - Math.floor(this.#columns / 2));
  }

  #drawColumns() {
    if (!this.#now) return;
    const { sum, reading, shown } = this.#now;
    const [width, columns] = [sum.outputs.length, this.#columns];
    const low = Math.max(0, Math.min(this.#low, width - columns));
    const part = reading && partOf(reading, low, columns);
    this.#low = low;
    this.#grid.update({ ...sum, hidden: part?.hidden ?? null, low }, shown);
    this.#choice.update({ low, columns, width, wrong: wrongBits(sum).length > 0 });
    const untrained = sum.iteration === 0 && !sum.change;
    this.#inColumns.set({ columns, low, shown, reading, untrained });
  }
}
