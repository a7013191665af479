import assert from "node:assert/strict";
import { test } from "node:test";
import { wordsOf } from "./settings-words.js";

const TUTORIALS = {
  bits: 8,
  hidden: 16,
  alpha: 0.1,
  iterations: 10_000,
  seed: 0,
  biases: false,
  batch: 1,
};

test("the settings are one line of words", () => {
  assert.equal(wordsOf(TUTORIALS), "8 bits, 16 hidden units, rate 0.1, 10,000 sums, seed 0");
});

test("biases and batches are told where there are any, and one is no plural", () => {
  const settings = { ...TUTORIALS, hidden: 1, iterations: 1, biases: true, batch: 8 };
  assert.equal(
    wordsOf(settings),
    "8 bits, 1 hidden unit with biases, rate 0.1, 1 sum, 8 at a time, seed 0",
  );
});
