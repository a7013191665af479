import assert from "node:assert/strict";
import { test } from "node:test";
import { differ, isSame, isSameText, plainNumber, textOf, textsOf } from "./setting-text.js";

const SETTINGS = {
  bits: 8,
  hidden: 16,
  alpha: 0.1,
  iterations: 10_000,
  seed: 0,
  biases: false,
  batch: 1,
};
const TEXTS = textsOf(SETTINGS);

test("a setting is written so that it is read as the same", () => {
  assert.equal(textOf(true), "yes");
  for (const value of [0.1, 10_000, true, false]) assert.ok(isSame(textOf(value), value));
});

test("numbers are read in the ways that people write them, and nothing else is", () => {
  for (const text of ["10000", "10,000", "10 000", "10_000", "1e4", "１００００", " 10000 "]) {
    assert.ok(isSame(text, 10_000), text);
  }
  for (const text of ["", " ", "1,00,00", "ten"]) assert.ok(!isSame(text, 10_000), text);
  assert.equal(plainNumber("−5"), "-5");
});

test("a form differs from a run by what it means, and from a form by what it says", () => {
  assert.ok(!differ(TEXTS, SETTINGS));
  assert.ok(!differ({ ...TEXTS, iterations: "10,000" }, SETTINGS));
  assert.ok(differ({ ...TEXTS, biases: "yes" }, SETTINGS));
  assert.ok(isSameText(TEXTS, { ...TEXTS }));
  assert.ok(!isSameText(TEXTS, { ...TEXTS, iterations: "10,000" }));
});
