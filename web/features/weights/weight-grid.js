// @ts-check
/**
 * Where each weight stands in the picture of all weights: a row for every hidden unit, with what it
 * hears, and at its end what it says to the output.
 *
 *              first bit    second bit   bias    |  unit 0       ...  unit H-1       |  output
 *     unit 0   w_xh[0, 0]   w_xh[1, 0]   b_h[0]  |  w_hh[0, 0]   ...  w_hh[H-1, 0]   |  w_hy[0]
 *     ...
 *     output                             b_y[0]
 *
 * @typedef {import("../../runtime/messages.js").Weights} Weights
 * @typedef {{array: keyof Weights, index: number[], flat: number, from: string, to: string}} Cell
 *   flat: its place in the array as it was sent
 * @typedef {"input" | "bias" | "memory" | "output"} Kind  what the weights of a column come from or lead to
 * @typedef {{kind: Kind, number: number, label: string}} Column
 */

const GAP = 0.5; // cells between two arrays

export class WeightGrid {
  /** @type {Column[]} */
  columns;

  /**
   * @param {number} hidden  units
   * @param {boolean} biases  does the network have any?
   */
  constructor(hidden, biases) {
    this.hidden = hidden;
    this.biases = biases;
    this.columns = [
      { kind: "input", number: 0, label: "a" },
      { kind: "input", number: 1, label: "b" },
      ...(biases ? [BIAS] : []),
      ...Array.from({ length: hidden }, (_, unit) => memoryColumn(unit)),
      { kind: "output", number: 0, label: "out" },
    ];
  }

  /** The last one is the output's, if there are biases. */
  get rows() {
    return this.hidden + (this.biases ? 1 : 0);
  }

  /** In cells, with the gaps between the arrays. */
  get width() {
    return this.left(this.columns.length - 1) + 1;
  }

  /** @param {number} column */
  left(column) {
    const { kind } = this.columns[column];
    return column + (kind === "memory" ? GAP : kind === "output" ? 2 * GAP : 0);
  }

  /**
   * @param {number} row
   * @param {number} column
   * @returns {Cell | null}  null: the output hears no bit, and of units it is told in their own rows
   */
  cell(row, column) {
    const { kind, number } = this.columns[column];
    if (row === this.hidden) return kind === "bias" ? OF_OUTPUT : null;
    const to = `unit ${row}`;
    if (kind === "bias") return { array: "b_h", index: [row], flat: row, from: "bias", to };
    if (kind === "output") return { array: "w_hy", index: [row], flat: row, from: to, to: OUTPUT };
    const array = kind === "input" ? "w_xh" : "w_hh";
    const from = kind === "input" ? `${number ? "second" : "first"} bit` : `unit ${number}`;
    return { array, index: [number, row], flat: number * this.hidden + row, from, to };
  }

  /** Every weight, row by row. */
  *cells() {
    for (let row = 0; row < this.rows; row++) {
      for (let column = 0; column < this.columns.length; column++) {
        const cell = this.cell(row, column);
        if (cell) yield { row, column, cell };
      }
    }
  }

  /**
   * The row and column at a place of the picture.
   * @param {number} x  in cells
   * @param {number} y  in rows
   */
  at(x, y) {
    const column = this.columns.findLastIndex((_, column) => this.left(column) <= x);
    return this.nearest(Math.floor(y), column);
  }

  /**
   * @param {number} row
   * @param {number} column
   */
  nearest(row, column) {
    const inside = Math.min(Math.max(row, 0), this.rows - 1);
    if (inside === this.hidden) return { row: inside, column: this.columns.indexOf(BIAS) };
    return { row: inside, column: Math.min(Math.max(column, 0), this.columns.length - 1) };
  }
}

const OUTPUT = "the output";
/** @type {Column} */
const BIAS = { kind: "bias", number: 0, label: "bias" };
/** @type {Cell} */
const OF_OUTPUT = { array: "b_y", index: [0], flat: 0, from: "bias", to: OUTPUT };

/**
 * @param {number} unit
 * @returns {Column}
 */
const memoryColumn = (unit) => ({ kind: "memory", number: unit, label: String(unit) });
