import assert from "node:assert/strict";
import { test } from "node:test";
import { effectOf, transplantWords } from "./words.js";

/** @param {number} exact @param {number[]} perRipple */
const accuracy = (exact, perRipple, iteration = 100) =>
  /** @type {any} */ ({ exact, pairs: 16_384, all: true, iteration, perRipple });

test("an effect is told beside what it was, and of which iteration where that is another", () => {
  const cut = accuracy(2_187 / 16_384, [1, 0, 0]);
  const before = accuracy(1, [1, 1, 1], 90);
  assert.equal(
    effectOf(cut, before, "no-memory").replaceAll("\u00a0", " "),
    "2,187 of 16,384 sums right (13.35 %), 16,384 without the change at iteration 90. " +
      "Left are just the sums that never carry, all of them.",
  );
  assert.doesNotMatch(effectOf(accuracy(0.5, [1, 0.2]), null, "silence"), /without|never carry/);
  assert.match(effectOf(cut, null, "silence"), /that never carry: the carry lived in this unit\.$/);
});

test("a transplant is told with the carry that it brought and what follows from it", () => {
  const done = /** @type {any} */ ({ answer: 14, donorCarry: 1, expected: 14, asExpected: true });
  const words = transplantWords(done, { host: ["2", " 4"], donor: ["7", "1"], step: 3 });
  assert.match(words, /^2 \+ 4, from bit 3 on with the memory of 7 \+ 1: the network says 14\./);
  assert.match(words, /a carry of 1, a schoolbook adder gets 14: ✓ the same\.$/);
});
