import assert from "node:assert/strict";
import { test } from "node:test";
import { TraceView } from "./trace-view.js";

function view() {
  const range = /** @type {any} */ ({ iterations: 1_000, view: null });
  /** @type {unknown[]} */
  const told = [];
  const shown = new TraceView(range, () => {});
  shown.follow((...what) => told.push(what));
  return { shown, told };
}

test("a part is shown in whole iterations within the run, and the whole run is no part", () => {
  const { shown, told } = view();
  shown.show(99.5, 200.2);
  assert.deepEqual(told.pop(), [99, 201, true]);
  shown.show(-50, 5_000);
  assert.deepEqual(told.pop(), [0, 1_000, false]);
});

test("it is never narrower than can be told apart, and goes back to the whole", () => {
  const { shown, told } = view();
  shown.show(100, 104);
  assert.deepEqual(told, []);
  shown.scale(0.5, 500);
  assert.deepEqual(shown.limits, [250, 750]);
  shown.whole();
  assert.deepEqual(shown.limits, [0, 1_000]);
});
