import assert from "node:assert/strict";
import { test } from "node:test";
import { layersOf } from "./blame-layers.js";

// Two outputs; what output 1 sends to column 0 is opposed to what output 0 has given there.
const BLAME = { sizes: Float64Array.of(0.5, 2), reach: Float64Array.of(1, 0, 0.5, 2) };

const all = { output: null, log: false };

test("a column is as high as its blame is large, whatever its parts add up to", () => {
  const [lowest, highest] = layersOf(BLAME, all);
  assert.equal(lowest.at(-1)?.to, 0.25);
  assert.equal(highest.at(-1)?.to, 1);
});

test("it is split by what each output has sent, its own on top", () => {
  const [lowest, highest] = layersOf(BLAME, all);
  assert.deepEqual(
    lowest.map(({ output }) => output),
    [1, 0],
  );
  const [later, own] = lowest.map(({ from, to }) => to - from);
  assert.ok(Math.abs(own / later - 2) < 1e-12);
  assert.deepEqual(highest, [{ output: 1, size: 2, from: 0, to: 1 }]);
});

test("one output alone is shown in shares of the most that it gives, in no column above it", () => {
  const one = layersOf(BLAME, { output: 1, log: false });
  assert.deepEqual(one, [
    [{ output: 1, size: 0.5, from: 0, to: 0.25 }],
    [{ output: 1, size: 2, from: 0, to: 1 }],
  ]);
  const other = layersOf(BLAME, { output: 0, log: false });
  assert.deepEqual(other, [[{ output: 0, size: 1, from: 0, to: 1 }], []]);
});

test("where nobody is to blame there is no ribbon, and nothing that is no number", () => {
  const none = { sizes: new Float64Array(2), reach: new Float64Array(4) };
  for (const output of [null, 0, 1]) {
    for (const log of [false, true]) {
      const heights = layersOf(none, { output, log }).flat();
      assert.ok(heights.every(({ from, to }) => from === 0 && to === 0));
    }
  }
});
