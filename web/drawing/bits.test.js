import assert from "node:assert/strict";
import { test } from "node:test";
import { bitOf, isOne, numberIn, wrongBits } from "./bits.js";

const bitsOf = (/** @type {bigint} */ number, /** @type {number} */ width) =>
  Float64Array.from({ length: width }, (_, bit) => bitOf(number, bit));

test("an output above one half says 1", () => {
  assert.deepEqual([0, 0.5, 0.5000001, 1].map(isOne), [0, 0, 1, 1]);
});

test("the lowest bit comes first, in numbers of any length", () => {
  assert.equal(numberIn(Float64Array.of(0.9, 0.1, 0.8)), 5n);
  for (const number of [0n, 1n, 69n, 2n ** 31n, 2n ** 1024n - 1n]) {
    assert.equal(numberIn(bitsOf(number, 1025)), number);
  }
});

test("the wrong bits are named from the lowest up", () => {
  const said = (/** @type {bigint} */ number) => ({ a: 9n, b: 60n, outputs: bitsOf(number, 8) });
  assert.deepEqual(wrongBits(said(69n)), []);
  assert.deepEqual(wrongBits(said(1n)), [2, 6]);
});

test("a carry beyond the outputs is a wrong bit too", () => {
  assert.deepEqual(wrongBits({ a: 3n, b: 1n, outputs: Float64Array.of(0, 0) }), [2]);
});
