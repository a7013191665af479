import assert from "node:assert/strict";
import { test } from "node:test";
import { TraceBins } from "./trace-bins.js";

/** Errors that never repeat, in a range that the network's have. */
const errors = (/** @type {number} */ count, from = 0) =>
  Float64Array.from({ length: count }, (_, place) => 4 + 4 * Math.sin((from + place) ** 1.5));

test("a short run keeps every error", () => {
  const bins = new TraceBins();
  bins.push(errors(100));
  for (const [iteration, error] of errors(100).entries()) {
    const { from, to, low, high } = bins.reading(iteration);
    assert.deepEqual([from, to, low, high], [iteration, iteration, error, error]);
  }
});

test("however long the run, no spike is lost", () => {
  const bins = new TraceBins();
  for (let done = 0; done < 100_000; done += 1_000) bins.push(errors(1_000, done));
  bins.push(Float64Array.of(99));
  bins.push(errors(100_000, 100_001));
  const [, told] = bins.columns();
  assert.equal(Math.max(...told.map(Number)), 99);
  assert.equal(bins.reading(100_000).high, 99);
  assert.equal(bins.span, 128);
});

test("the mean is that of the last 200 errors", () => {
  const bins = new TraceBins();
  const all = errors(1_500);
  bins.push(all);
  const last = all.subarray(-200);
  const mean = last.reduce((sum, error) => sum + error, 0) / last.length;
  assert.ok(Math.abs(bins.newest().mean - mean) < 1e-12);
});

test("it does not matter in which parts the errors come", () => {
  const [whole, parts] = [new TraceBins(), new TraceBins()];
  whole.push(errors(5_000));
  for (let done = 0; done < 5_000; done += 7) parts.push(errors(Math.min(7, 5_000 - done), done));
  assert.deepEqual(parts.columns(), whole.columns());
});

test("going back and training on changes nothing that is known", () => {
  const bins = new TraceBins();
  bins.push(errors(3_000));
  const known = bins.columns();
  bins.rewind(1_000);
  assert.equal(bins.newest().to < 1_002, true);
  bins.push(errors(500, 1_000));
  assert.deepEqual(bins.columns(), known);
  assert.equal(bins.now, 1_500);
  bins.push(errors(2_500, 1_500));
  assert.deepEqual([bins.now, bins.furthest], [4_000, 4_000]);
  const straight = new TraceBins();
  straight.push(errors(4_000));
  assert.deepEqual(bins.columns(), straight.columns());
});

test("it can be rewound to where it began, and no further", () => {
  const bins = new TraceBins();
  bins.clear(500);
  bins.push(errors(100, 500));
  bins.rewind(0);
  assert.equal(bins.now, 500);
  bins.rewind(10_000);
  assert.equal(bins.now, 600);
});

test("of two measurements in one bin the later one stays", () => {
  const bins = new TraceBins();
  bins.push(errors(2));
  bins.measure(0, 0.25);
  bins.measure(1, 0.5);
  bins.push(errors(4_000, 2)); // twice as many iterations in a bin
  assert.equal(bins.columns()[3][0], 0.5);
});
