import assert from "node:assert/strict";
import { test } from "node:test";
import { wordsOf } from "./words.js";

/**
 * @param {number[]} outputs
 * @param {number[]} reading
 * @param {number} firstWrong
 */
const leak = (outputs, reading, firstWrong, nearest = 0, lost = -1) =>
  /** @type {import("../../runtime/messages.js").Leak} */ (
    /** @type {unknown} */ ({
      outputs: Float64Array.from(outputs),
      reading: Float64Array.from(reading),
      firstWrong,
      nearest,
      lost,
    })
  );

test("a carry that gets through is told with the output that came nearest to being wrong", () => {
  assert.equal(
    wordsOf(leak([0.02, 0.07, 0.9], [0.9, 0.8, 0], -1, 1)),
    "The carry gets through all 3 columns; the output nearest to one half is 0.07, at bit 1.",
  );
});

test("a leak is told by the bit where it is forgotten and by what was left of the carry", () => {
  assert.equal(
    wordsOf(leak([0.1, 0.3, 0.6], [0.9, 0.55, 0.4], 2)),
    "It forgets at bit 2: the carry has leaked away; read from all units it was 0.90 after bit 0 and " +
      "is 0.55 before this one.",
  );
});

test("what never carried has leaked nothing", () => {
  assert.equal(
    wordsOf(leak([0.7, 0.7], [0.9, 0.9], 0)),
    "Bit 0 is wrong already: it has not learnt to add.",
  );
  assert.equal(
    wordsOf(leak([0.1, 0.4, 0.4], [0.6, 0.3, 0.2], 2, 0, 1)),
    "The carry is lost at bit 1, the first wrong bit is bit 2: it has not learnt to carry.",
  );
  assert.match(wordsOf(leak([0.1, 0.1, 0.7], [0.8, 0.9, 0], 2)), /not for want of the carry/);
});
