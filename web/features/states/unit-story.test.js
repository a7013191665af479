import assert from "node:assert/strict";
import { test } from "node:test";
import { storyOf } from "./unit-story.js";

test("a unit is told by how well it tells the carry, and by its strongest weights", () => {
  const reading = /** @type {any} */ ({ accuracies: [0.5, 1] });
  const weights = /** @type {any} */ ({
    w_xh: [1, -2, 3, 4],
    w_hh: [0, 0.5, 0, -0.25],
    w_hy: [1, -1],
  });
  assert.match(storyOf(1, reading, null), /^Unit 1 alone tells the carry in 100\s% of steps\.$/);
  const words = storyOf(1, reading, weights);
  assert.match(words, /−2\.00 from the first number, \+4\.00 from the second/);
  assert.match(words, /−0\.25 from itself, \+0\.50 from unit 0; −1\.00 to the output\.$/);
});
