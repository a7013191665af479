// @ts-check
/**
 * Where each weight stands in the picture of all weights: a column for every hidden unit that it
 * leads to and one for the output; rows for what it comes from.
 *
 *     first bit    w_xh[0, 0]   ... w_xh[0, H-1]
 *     second bit   w_xh[1, 0]   ... w_xh[1, H-1]
 *     bias         b_h[0]       ... b_h[H-1]         b_y[0]
 *     unit 0       w_hh[0, 0]   ... w_hh[0, H-1]     w_hy[0]
 *     ...
 *
 * @typedef {import("../../runtime/messages.js").Weights} Weights
 * @typedef {{array: keyof Weights, index: number[], flat: number, from: string, to: string}} Cell
 *   flat: its place in the array as it was sent
 */

const GAP = 0.5; // cells between two arrays

export class WeightGrid {
  /** @type {{array: keyof Weights, row: number, from: string, toOutput: keyof Weights | null}[]} */
  #rows;

  /**
   * @param {number} hidden  units
   * @param {boolean} biases  does the network have any?
   */
  constructor(hidden, biases) {
    this.hidden = hidden;
    this.biases = biases;
    this.#rows = [
      { array: "w_xh", row: 0, from: "first bit", toOutput: null },
      { array: "w_xh", row: 1, from: "second bit", toOutput: null },
      ...(biases ? [BIAS] : []),
      ...Array.from({ length: hidden }, (_, unit) => memoryRow(unit)),
    ];
  }

  get rows() {
    return this.#rows.length;
  }

  /** Columns, the last one leads to the output. */
  get columns() {
    return this.hidden + 1;
  }

  /** In cells, with the gaps between the arrays. */
  get width() {
    return this.hidden + GAP + 1;
  }

  get height() {
    return this.top(this.rows - 1) + 1;
  }

  /** @param {number} column */
  left(column) {
    return column + (column === this.hidden ? GAP : 0);
  }

  /** @param {number} row */
  top(row) {
    const gaps = row < 2 ? 0 : this.biases && row > 2 ? 2 : 1;
    return row + gaps * GAP;
  }

  /**
   * @param {number} row
   * @param {number} column
   * @returns {Cell | null}  null: the bits that are read do not lead to the output
   */
  cell(row, column) {
    const { array, row: at, from, toOutput } = this.#rows[row];
    if (column === this.hidden) {
      const index = array === "b_h" ? 0 : at;
      return toOutput && { array: toOutput, index: [index], flat: index, from, to: "the output" };
    }
    const index = array === "b_h" ? [column] : [at, column];
    return { array, index, flat: at * this.hidden + column, from, to: `unit ${column}` };
  }

  /** Every weight, row by row. */
  *cells() {
    for (let row = 0; row < this.rows; row++) {
      for (let column = 0; column < this.columns; column++) {
        const cell = this.cell(row, column);
        if (cell) yield { row, column, cell };
      }
    }
  }

  /**
   * The row and column at a place of the picture.
   * @param {number} x  in cells
   * @param {number} y
   */
  at(x, y) {
    const row = last(this.rows, (row) => this.top(row) <= y);
    const column = last(this.columns, (column) => this.left(column) <= x);
    return this.nearest(row, column);
  }

  /**
   * @param {number} row
   * @param {number} column
   */
  nearest(row, column) {
    const inside = Math.min(Math.max(row, 0), this.rows - 1);
    const most = this.cell(inside, this.hidden) ? this.hidden : this.hidden - 1;
    return { row: inside, column: Math.min(Math.max(column, 0), most) };
  }
}

const BIAS = /** @type {const} */ ({ array: "b_h", row: 0, from: "bias", toOutput: "b_y" });

/**
 * @param {number} unit
 * @returns {{array: keyof Weights, row: number, from: string, toOutput: keyof Weights}}
 */
const memoryRow = (unit) => ({
  array: "w_hh",
  row: unit,
  from: `unit ${unit}`,
  toOutput: "w_hy",
});

/**
 * The last number below `count` of which it is true, or 0.
 * @param {number} count
 * @param {(number: number) => boolean} isTrue
 */
function last(count, isTrue) {
  let number = count - 1;
  while (number > 0 && !isTrue(number)) number -= 1;
  return number;
}
