import assert from "node:assert/strict";
import { test } from "node:test";
import { caseOf, figuresOf } from "./learn.js";

/** A curve of these shares, one every 250 iterations. @param {number[]} shares */
const curve = (shares) => shares.map((exact, place) => ({ iteration: place * 250, exact }));

test("where it clicks is the steepest thousand, and the first measurement with most sums right", () => {
  const figures = figuresOf(curve([0, 0, 0.02, 0.1, 0.2, 0.45, 0.55, 0.9, 0.95, 1, 1]));
  assert.deepEqual(figures, { from: "10.00 %", to: "90.00 %", clicked: "1,500", last: "100 %" });
});

test("a run that never has most sums right clicks at its end", () => {
  assert.equal(figuresOf(curve([0, 0.1, 0.2])).clicked, "10,000");
});

test("a guess is late, early or steady by what it says of the middle", () => {
  const guess = (/** @type {number} */ at4000, /** @type {number} */ at6000) => [
    { after: 4_000, share: at4000 },
    { after: 6_000, share: at6000 },
  ];
  assert.equal(caseOf(guess(0.1, 0.9)), "late");
  assert.equal(caseOf(guess(0.2, 0.9)), "early");
  assert.equal(caseOf(guess(0.4, 0.6)), "steady");
  assert.equal(caseOf(guess(0.3, 1)), "early");
});
