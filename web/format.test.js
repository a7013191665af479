import assert from "node:assert/strict";
import { test } from "node:test";
import { closed, count, percent, plural, sentence, short, whole } from "./format.js";

test("thousands are apart, in every country alike", () => {
  assert.equal(count(1_234_567), "1,234,567");
  assert.equal(count(0), "0");
});

test("only all of them are 100 %, and only none of them 0 %", () => {
  assert.equal(percent(1), "100 %");
  assert.equal(percent(0), "0 %");
  assert.equal(percent(0.999999), "99.99 %");
  assert.equal(percent(0.000001), "0.01 %");
  assert.equal(percent(0.5), "50.00 %");
});

test("a long number is shortened in its middle and says how long it is", () => {
  assert.equal(whole(10n ** 23n), "100,000,000,000,000,000,000,000");
  assert.equal(whole(10n ** 24n + 7n), "10000000…00000007 (25 digits)");
});

test("where there is little room a number has two digits and its power of ten", () => {
  assert.equal(short(99_999n), "99,999");
  assert.equal(short(2_147_483_648n), "2.1·10⁹");
  assert.equal(short(9_960_000n), "1.0·10⁷"); // rounded up into the next power
  assert.equal(short(2n ** 1024n), "1.8·10³⁰⁸");
});

test("one is no plural", () => {
  assert.equal(plural(1, "bit"), "1 bit");
  assert.equal(plural(0, "bit"), "0 bits");
  assert.equal(plural(12_345, "bit"), "12,345 bits");
});

test("a reason ends with one full stop, and alone begins with a capital", () => {
  assert.equal(closed("bits must be a whole number"), "bits must be a whole number.");
  assert.equal(closed("Python has stopped."), "Python has stopped.");
  assert.equal(sentence("bits must be a whole number"), "Bits must be a whole number.");
  assert.equal(sentence(""), "");
});
