import assert from "node:assert/strict";
import { test } from "node:test";
import { changeIn, changeOf, changeSentence, columnsOf, operandsOf } from "./sum-in-sight.js";

test("what is done to a network is told in a phrase and as a sentence", () => {
  const silenced = { kind: /** @type {const} */ ("silence"), unit: 3 };
  assert.equal(changeOf({ kind: "none" }), "");
  assert.equal(changeOf(silenced), "with unit 3 silenced");
  assert.equal(changeSentence({ kind: "no-memory" }), "Its memory is cut.");
});

test("another sum's memory is told beside what else is changed", () => {
  const graft = { a: 7n, b: 1n, step: 3 };
  const shared = /** @type {any} */ ({
    change: { value: { kind: "no-memory" } },
    pinned: { value: { a: 2n, b: 4n, graft } },
  });
  const words = changeIn(shared);
  assert.equal(words, "with its memory cut and with the memory of 7 + 1 from bit 3 on");
});

test("as many columns are in sight as training has, eight at least, and no more than there are", () => {
  assert.deepEqual([columnsOf(3, 4), columnsOf(8, 4), columnsOf(1_025, 12)], [3, 8, 12]);
  assert.deepEqual(operandsOf({ a: 1, b: 2 }), { a: 1n, b: 2n });
});
