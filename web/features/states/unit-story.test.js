import assert from "node:assert/strict";
import { test } from "node:test";
import { carryWords, digits, storyOf } from "./unit-story.js";

const READING = /** @type {any} */ ({
  ...{ accuracies: [0.5, 1, 0.75], thresholds: [0.5, 0.0016, -1], gaps: [0.25, 0.0024, 1] },
  ...{ rising: [1, 0, 1], accuracyOfAll: 1, chance: 0.6875 },
});
const plain = (/** @type {string} */ words) => words.replaceAll("\u00a0", " ");

test("a unit is told by how often it tells the carry, by its cut, and how near states come to it", () => {
  const [first, second] = [0, 1].map((unit) => plain(storyOf(unit, READING, 8)));
  assert.match(
    first,
    /^Unit 0 alone tells the carry in 50\.00 % of steps of 5-bit sums, if a state above \.50 is/,
  );
  assert.match(
    second,
    /^Unit 1 alone tells the carry in 100 % of steps of 5-bit sums, if a state below \.0016 is/,
  );
  assert.match(second, /read as one; no state comes nearer to that cut than \.0012\.$/);
});

test("of a unit that tells nothing no cut is named", () => {
  assert.match(
    storyOf(2, READING, 4),
    /steps of 4-bit sums: wherever .* the commoner answer is as good\.$/,
  );
});

test("all units are told beside chance, and beside what was there before any training", () => {
  const words = plain(carryWords(READING, 0.95, false));
  assert.match(
    words,
    /^All together 100 %, before training 95\.00 % already; without looking 68\.75 %\.$/,
  );
  assert.match(carryWords(READING, null, false), /100\s%; without/);
  assert.match(carryWords(READING, 1, true), /already, for random weights remember/);
});

test("a state is written with as many decimals as tell it from nothing and from all", () => {
  assert.deepEqual(
    [0.63, 0.0062, 0.0003, 0.9994].map((value) => digits(value)),
    [".63", ".006", ".0003", ".9994"],
  );
  assert.equal(digits(0.0062, 1), ".0062");
});
