import assert from "node:assert/strict";
import { test } from "node:test";
import { columnOf, lessonOf, openingOf, sentenceOf } from "./sentence.js";

const SUM = {
  iteration: 0,
  a: 3n,
  b: 1n,
  outputs: Float64Array.of(0.2, 0.6, 0.9),
  change: "",
};

test("a sum is told with what the network says, and how much of it is wrong", () => {
  assert.equal(
    sentenceOf(SUM),
    "Before any training: the network says 6, the sum is 4: 1 of 3 bits wrong.",
  );
  const right = { ...SUM, outputs: Float64Array.of(0, 0.1, 1), iteration: 1_000 };
  assert.match(
    sentenceOf(right, true),
    /^Kept in sight, after 1,000 iterations: .*: all 3 bits right\.$/,
  );
  assert.match(
    sentenceOf({ ...SUM, change: "with its memory cut" }),
    /training, with its memory cut/,
  );
});

test("of a wide sum the place of the first wrong bit is told", () => {
  assert.match(
    sentenceOf({ ...SUM, outputs: new Float64Array(20) }),
    /wrong, the first at bit 2\.$/,
  );
});

test("a column is told with its carry, the rule, and what the network says there", () => {
  assert.equal(
    columnOf(SUM, 1),
    "Bit 1: 1 + 0 and a carry of 1 make 10: write 0, carry 1. " +
      "The network says 1 (.60), which is wrong.",
  );
  assert.match(columnOf(SUM, 0), /^Bit 0: 1 \+ 1 make 10: .* says 0 \(\.20\)\.$/);
  assert.match(openingOf(SUM), /it reads 3 \+ 1, the lowest bits first\.$/);
});

test("a lesson is told of the network that learns, also where another sum or network is in sight", () => {
  const lesson = { a: 3, b: 1 };
  assert.match(lessonOf({ ...SUM, lesson }), /^It is told the sum, was 0\.90 off in all/);
  assert.match(lessonOf({ ...SUM, lesson: { a: 2, b: 1 } }), /then the sum in sight again\.$/);
  assert.match(lessonOf({ ...SUM, change: "changed", lesson }), /^Now the whole network learns/);
});
