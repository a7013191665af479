import assert from "node:assert/strict";
import { test } from "node:test";
import { middleOf, sizeOf } from "./polygon.js";

/** @type {import("./polygon.js").Corner[]} */
const TRIANGLE = [
  [0, 0],
  [4, 0],
  [2, 3],
];

test("an area is as large whichever way its corners go round", () => {
  assert.equal(sizeOf(TRIANGLE), 6);
  assert.equal(sizeOf([...TRIANGLE].reverse()), 6);
  assert.equal(sizeOf([]), 0);
});

test("the middle is that of the corners", () => {
  assert.deepEqual(middleOf(TRIANGLE), [2, 1]);
});
