import assert from "node:assert/strict";
import { test } from "node:test";
import { donorFor, jumpWords, leadOf, stepWords } from "./words.js";

/** 2 + 4, in four columns, as a perfect adder does it. */
const way = /** @type {import("./words.js").Way} */ (
  /** @type {unknown} */ ({
    columns: 4,
    bits: Uint8Array.of(0, 0, 1, 0, 0, 1, 0, 0),
    ones: Uint8Array.of(0, 1, 1, 0),
    outputs: Float64Array.of(0.1, 0.9, 0.8, 0.2),
  })
);

test("a step is told with what meets there, what is written, and whether that is right", () => {
  assert.equal(stepWords(way, 1), "Bit 1: 1 + 0 and no carry, one meets. It writes 1.");
  const wrong = { ...way, ones: Uint8Array.of(0, 1, 2, 0) };
  assert.equal(
    stepWords(wrong, 2),
    "Bit 2: 0 + 1 and a carry of 1, two meet. It writes 1, which is wrong.",
  );
});

test("another sum's state is told with the carry that it brings and what comes of it", () => {
  const jumped = { ...way, ones: Uint8Array.of(0, 1, 1, 1), outputs: Float64Array.of(0, 1, 1, 1) };
  const words = jumpWords(jumped, { a: 7n, b: 1n, step: 3 });
  assert.match(words, /Before bit 3 it has the state of 7 \+ 1, which carries a 1 there/);
  assert.match(words, /With that carry 14 is right; the network says 14\.$/);
  const deaf = jumpWords({ ...jumped, outputs: way.outputs }, { a: 7n, b: 1n, step: 3 });
  assert.match(deaf, /the network says 6, which is wrong\.$/);
});

test("a donor carries into that bit just where the sum itself does not", () => {
  for (let step = 1; step < 4; step += 1) {
    const { a, b } = donorFor(way, step);
    assert.equal(((a & (2n ** BigInt(step) - 1n)) + b) >> BigInt(step), 1n);
  }
  assert.deepEqual(donorFor({ ...way, ones: Uint8Array.of(0, 3) }, 2), { a: 0n, b: 0n, step: 2 });
});

test("the places are counted, and whether they are enough", () => {
  const square = /** @type {import("./words.js").Square} */ (
    /** @type {unknown} */ ({
      iteration: 20_000,
      places: 3,
      writes: { right: 0.93 },
      carries: { right: 1 },
    })
  );
  assert.equal(
    leadOf(square).replaceAll("\u00a0", " "),
    "Three places can be told apart: an adder needs four. After 20,000 iterations the right bit is " +
      "written in 93.00 % of all steps, and the carry is read right in 100 %.",
  );
  assert.match(
    leadOf({ ...square, places: 4, iteration: 0 }),
    /^Four .* one for each .* Before any training/,
  );
});
