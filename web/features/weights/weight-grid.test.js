import assert from "node:assert/strict";
import { test } from "node:test";
import { WeightGrid } from "./weight-grid.js";

const SIZES = [1, 2, 16, 64].flatMap((hidden) => [
  { hidden, biases: false },
  { hidden, biases: true },
]);

/** All cells of a grid with the place of each. @param {WeightGrid} grid */
function cellsOf(grid) {
  const places = Array.from({ length: grid.rows * grid.columns.length }, (_, place) => ({
    row: Math.floor(place / grid.columns.length),
    column: place % grid.columns.length,
  }));
  return places.map((at) => ({ ...at, cell: grid.cell(at.row, at.column) }));
}

test("every weight of every array has just one place", () => {
  for (const { hidden, biases } of SIZES) {
    const found = cellsOf(new WeightGrid(hidden, biases)).flatMap(({ cell }) =>
      cell ? `${cell.array} ${cell.flat}` : [],
    );
    const sizes = { w_xh: 2 * hidden, w_hh: hidden ** 2, w_hy: hidden };
    const all = Object.entries({ ...sizes, ...(biases ? { b_h: hidden, b_y: 1 } : {}) });
    const wanted = all.flatMap(([name, size]) =>
      Array.from({ length: size }, (_, flat) => `${name} ${flat}`),
    );
    assert.deepEqual(found.sort(), wanted.sort());
  }
});

test("a pointer in the middle of a weight finds it", () => {
  for (const { hidden, biases } of SIZES) {
    const grid = new WeightGrid(hidden, biases);
    for (const { row, column, cell } of cellsOf(grid)) {
      const found = grid.at(grid.left(column) + 0.5, row + 0.5);
      if (cell) assert.deepEqual(found, { row, column });
      else assert.ok(grid.cell(found.row, found.column)); // the output's bias alone stands in its row
    }
  }
});

test("the row of a unit holds what it hears, and what it says to the output", () => {
  const grid = new WeightGrid(4, true);
  const row = grid.columns.map((_, column) => grid.cell(2, column)?.array);
  assert.deepEqual(row, ["w_xh", "w_xh", "b_h", "w_hh", "w_hh", "w_hh", "w_hh", "w_hy"]);
  assert.equal(grid.cell(2, 2 + 1 + 3)?.flat, 3 * 4 + 2); // w_hh[3, 2]
  assert.deepEqual(grid.nearest(9, 0), { row: 4, column: 2 });
});

test("no place, not even one outside of the picture, is without a weight", () => {
  const grid = new WeightGrid(16, true);
  for (const x of [-5, 0, 16.2, 99]) {
    for (const y of [-5, 0, 2.4, 99]) {
      const { row, column } = grid.at(x, y);
      assert.ok(grid.cell(row, column));
    }
  }
});

test("a weight says where it comes from and leads to", () => {
  const cell = new WeightGrid(16, false).cell(1, 2 + 3);
  assert.deepEqual(cell, {
    ...{ array: "w_hh", index: [3, 1], flat: 49 },
    ...{ from: "unit 3", to: "unit 1" },
  });
});
