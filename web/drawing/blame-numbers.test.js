import assert from "node:assert/strict";
import { test } from "node:test";
import { brief, heightOf, share } from "./blame-numbers.js";

test("a number takes as little room as it can and is never told as nothing", () => {
  const told = [1.26, 0.58, 0.058, -0.0058, 0.00094, 6.4e-5, 9.6e-5, -1e-200, 0].map(brief);
  assert.deepEqual(told, [
    ...["1.3", ".58", ".058", "−.0058", "9·10⁻⁴", "6·10⁻⁵", "1·10⁻⁴", "−1·10⁻²⁰⁰", "0"],
  ]);
});

test("a share is told as people say it: all, a fifth, a thousandth", () => {
  const told = [1, 1.3, 0.21, 1 / 12, 1 / 930, 1 / 20_000, 0, Number.NaN].map(share);
  assert.deepEqual(told, ["1", "1.3", ".21", "1/12", "1/930", "10⁻⁴", "–", "–"]);
});

test("no number under a column has more than seven letters", () => {
  for (let power = -9; power < 1; power += 0.01) {
    assert.ok(brief(-(10 ** power)).length <= 7, brief(-(10 ** power)));
    assert.ok(share(10 ** power).length <= 5, share(10 ** power));
  }
});

test("a logarithmic scale shows four powers of ten, each as high as the next", () => {
  const heights = [2, 0.2, 0.02, 2e-4, 2e-6].map((size) => heightOf(size, 2, true));
  for (const [place, height] of [1, 0.75, 0.5, 0, 0].entries()) {
    assert.ok(Math.abs(heights[place] - height) < 1e-12);
  }
  assert.equal(heightOf(0.5, 2, false), 0.25);
  assert.equal(heightOf(0, 0, true), 0);
});
