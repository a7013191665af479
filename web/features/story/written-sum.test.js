import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, schoolbook } from "./written-sum.js";

/** @param {number} number */
const bitsOf = (number) => Array.from({ length: 8 }, (_, place) => (number >> place) & 1);
const SUM = schoolbook(bitsOf(27), bitsOf(78));
const RIGHT = { bits: SUM.sum, marks: SUM.carry, done: 8, touched: true };
/** @param {number[]} list @param {number} place */
const flipped = (list, place) => list.with(place, 1 - list[place]);

test("the schoolbook adds as numbers do, and knows what goes into each column", () => {
  for (const [a, b] of [
    [27, 78],
    [127, 1],
    [0, 0],
    [85, 42],
    [127, 127],
  ]) {
    const { sum, carry } = schoolbook(bitsOf(a), bitsOf(b));
    assert.deepEqual(sum, bitsOf(a + b));
    assert.deepEqual(carry, bitsOf(a ^ b ^ (a + b)));
  }
});

test("the chapter's sum carries over several columns, and once with three ones", () => {
  assert.deepEqual(SUM.carry, [0, 0, 1, 1, 1, 1, 0, 0]);
  assert.equal(bitsOf(27)[3] + bitsOf(78)[3] + SUM.carry[3], 3);
});

test("who writes the sum with the marks it needs has invented the carry", () => {
  assert.equal(judge(RIGHT, SUM).is, "invented");
  assert.equal(judge({ ...RIGHT, marks: flipped(SUM.carry, 4) }, SUM).is, "headed");
});

test("the lowest wrong bit is told, and whether its mark is to blame", () => {
  const bits = flipped(flipped(SUM.sum, 3), 5);
  assert.deepEqual(judge({ ...RIGHT, bits }, SUM), { is: "slip", bit: 3 });
  const marks = flipped(SUM.carry, 3);
  assert.deepEqual(judge({ ...RIGHT, bits, marks }, SUM), { is: "missing", bit: 3 });
  const needless = { ...RIGHT, bits: flipped(SUM.sum, 6), marks: flipped(SUM.carry, 6) };
  assert.deepEqual(judge(needless, SUM), { is: "needless", bit: 6 });
});

test("a sum that is not written to its end, or not at all, is not judged", () => {
  const nothing = { bits: bitsOf(0), marks: bitsOf(0), done: 0, touched: false };
  assert.equal(judge(nothing, SUM).is, "none");
  assert.equal(judge({ ...nothing, touched: true }, SUM).is, "unfinished");
  assert.deepEqual(judge({ ...RIGHT, done: 5 }, SUM), { is: "unfinished", bit: 5 });
});
