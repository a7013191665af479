// @ts-check
/**
 * The pictures that show a sum column by column, all of them the same one and the same columns of
 * it: those that are in sight.
 *
 * @typedef {import("../line.js").Line} Line
 * @typedef {import("../shared.js").Shared} Shared
 * @typedef {import("../messages.js").CarryReading} CarryReading
 * @typedef {import("../panels/sentence.js").Told} Told
 * @typedef {{sum: Told, reading: CarryReading | null, shown?: number}} Shown
 */

import { wrongBits } from "../bits.js";
import { soon } from "../breath.js";
import { LiveQuestion } from "../live-question.js";
import { CarryMeter } from "../panels/carry-meter.js";
import { ColumnChoice } from "../panels/column-choice.js";
import { HiddenStates } from "../panels/hidden-states.js";
import { columnsOf, partOf } from "../sum-in-sight.js";

const WEIGHTS_EVERY = 1000; // milliseconds

export class Pictures {
  #grid;
  #meter = new CarryMeter();
  #states;
  #inSight;
  #weights; // asked for when a unit is looked at
  #choice;
  #low = 0; // the lowest column in sight
  #columns = 0; // how many are
  #bits = 0; // of the run
  /** @type {Shown | null} what is drawn */
  #now = null;

  /**
   * @param {import("../panels/bit-grid.js").BitGrid} grid
   * @param {Line} line
   * @param {Shared} shared
   * @param {(bit: number) => void} reveal  the visitor wants to see a bit: it may be covered yet
   */
  constructor(grid, line, shared, reveal) {
    this.#grid = grid;
    this.#inSight = shared.inSight;
    this.#weights = new LiveQuestion(line, "weights", WEIGHTS_EVERY, {
      answer: ({ weights }) => this.#states.showWeights(weights),
    });
    this.#states = new HiddenStates(() => this.#weights.ask({}));
    this.#choice = new ColumnChoice({
      move: (low) => this.#look(low),
      showWrong: () => this.#showWrong(reveal),
    });
    shared.run.follow((settings) => settings && this.#begin(settings.bits));
  }

  /** @param {number} bits  of the new run */
  #begin(bits) {
    this.#weights.forget();
    if (bits !== this.#bits) {
      [this.#now, this.#columns] = [null, bits];
      this.#inSight.set(null);
      this.#choice.hide();
    }
    this.#bits = bits;
    if (this.#now) this.#now.reading = null; // it was of another network
    this.#resize(this.#columns);
    this.#meter.clear();
  }

  /** @param {number} columns */
  #resize(columns) {
    this.#columns = columns;
    this.#grid.resize(columns);
    this.#states.resize(columns);
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
    if (reading) this.#meter.update(reading, this.#bits, sum.iteration === 0 && !sum.change);
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
    this.#drawStates();
  }

  /** The same columns, in a task of their own: there is much to write. */
  #drawStates = soon(() => {
    const { reading, shown } = this.#now ?? {};
    const low = this.#low;
    if (reading) {
      const part = partOf(reading, low, this.#columns);
      this.#states.update(part, shown === undefined ? undefined : shown - low, low);
    } else this.#states.clear();
  });
}
