import assert from "node:assert/strict";
import { test } from "node:test";
import { movesOf } from "./blame-step.js";

const weightsOf = (/** @type {number[][]} */ [w_xh, w_hh, w_hy, b_h, b_y]) => ({
  w_xh: Float64Array.from(w_xh),
  w_hh: Float64Array.from(w_hh),
  w_hy: Float64Array.from(w_hy),
  b_h: Float64Array.from(b_h),
  b_y: Float64Array.from(b_y),
});

test("every weight is there with its own change, from the lowest to the highest", () => {
  const before = weightsOf([[0.5, -2], [1], [-0.1], [0.2], [0]]);
  const change = weightsOf([[0.01, 0.02], [0.03], [0.04], [0.05], [0.06]]);
  assert.deepEqual(
    movesOf({ before, change }).map(({ before, change }) => [before, change]),
    [
      ...[
        [-2, 0.02],
        [-0.1, 0.04],
        [0, 0.06],
      ],
      ...[
        [0.2, 0.05],
        [0.5, 0.01],
        [1, 0.03],
      ],
    ],
  );
});

test("biases that the network does without are not shown as weights of zero", () => {
  const before = weightsOf([[0.5, -2], [1], [-0.1], [0], [0]]);
  const change = weightsOf([[0.01, 0.02], [0.03], [0.04], [0], [0]]);
  assert.equal(movesOf({ before, change }).length, 4);
});
