import assert from "node:assert/strict";
import { test } from "node:test";
import { signed, weightsOf } from "./signed.js";

test("a weight is written with its sign, however small it is", () => {
  assert.deepEqual(
    [1.2345, -0.5, 0, 0.00001234].map((weight) => signed(weight, 3)),
    ["+1.23", "−0.5", "+0", "+1.23e-5"],
  );
});

test("a unit is told by its strongest weights", () => {
  const weights = /** @type {any} */ ({
    w_xh: [1, -2, 3, 4],
    w_hh: [0, 0.5, 0, -0.25],
    w_hy: [1, -1],
  });
  const words = weightsOf(1, weights);
  assert.match(words, /^Unit 1 hears −2, \+4 from the bits;/);
  assert.match(words, /−0\.25 from itself, \+0\.5 from unit 0; it tells the output −1\.$/);
});
