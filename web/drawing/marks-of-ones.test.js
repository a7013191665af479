import assert from "node:assert/strict";
import { test } from "node:test";
import { markPath, ONES } from "./marks-of-ones.js";

test("each number of ones has a shape of its own, around its place", () => {
  const shapes = ONES.map((_, met) => markPath(met, 0, 0, 10));
  assert.equal(new Set(shapes).size, 4);
  const corners = shapes.map((shape) => shape.split("L").length);
  assert.deepEqual(corners, [1, 3, 4, 4]);
  assert.match(shapes[0], /a10 10/);
});

test("a mark moves with its place and grows with its size", () => {
  assert.equal(markPath(2, 50, 20, 10), "M41.2 11.2L58.8 11.2L58.8 28.8L41.2 28.8z");
  assert.equal(markPath(3, 0, 0, 4), "M0.0 -5.0L5.0 0.0L0.0 5.0L-5.0 0.0z");
});
