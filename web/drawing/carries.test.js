import assert from "node:assert/strict";
import { test } from "node:test";
import { longestCarries, longestCarry } from "./carries.js";

test("a carry runs from the two ones that it is born of as far as a one hands it on", () => {
  assert.equal(longestCarry(0b0101, 0b1010), 0);
  assert.equal(longestCarry(0b0001, 0b0001), 1);
  assert.equal(longestCarry(0b0111, 0b0001), 3);
  assert.equal(longestCarry(127, 1), 7);
  assert.equal(longestCarry(0b1111, 0b1111), 1); // born anew in every column
  assert.equal(longestCarry(0b10011, 0b00001), 2);
});

test("of all sums of eight bits as many never carry as there are ways without two ones", () => {
  const all = longestCarries(8);
  const counts = Array.from({ length: 8 }, (_, run) => all.filter((each) => each === run).length);
  assert.equal(counts[0], 3 ** 7);
  assert.equal(
    counts.reduce((sum, each) => sum + each),
    128 * 128,
  );
  assert.equal(all[127 * 128 + 1], 7);
});
