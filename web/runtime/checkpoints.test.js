import assert from "node:assert/strict";
import { test } from "node:test";
import { Checkpoints } from "./checkpoints.js";

const START = Uint8Array.of(0);

/** What the worker says at an iteration. @param {number} iteration */
const at = (iteration, file = /** @type {Uint8Array | null} */ (Uint8Array.of(iteration))) =>
  /** @type {any} */ ({
    ...{ type: "checkpoint", generation: 2, target: 90, furthest: iteration },
    ...{ iteration, file, start: iteration ? undefined : START },
  });

/** @param {...number} iterations */
function kept(...iterations) {
  const checkpoints = new Checkpoints();
  for (const iteration of iterations) checkpoints.add(at(iteration));
  return checkpoints;
}

test("a new worker goes on from the last one before what is shown", () => {
  assert.deepEqual(kept(0, 20, 40).restoreTo(35), {
    ...{ type: "restore", start: START, file: Uint8Array.of(20) },
    ...{ generation: 2, target: 90, furthest: 40, iteration: 35 },
  });
});

test("without the run's beginning, or a checkpoint early enough, there is none to go on from", () => {
  assert.equal(kept(20, 40).restoreTo(35), null);
  assert.equal(kept(0, 20, 40, 50, 60).restoreTo(10), null); // too long ago to be kept
  assert.equal(new Checkpoints().restoreTo(0), null);
});

test("the newest four are kept, also after the run was rewound", () => {
  const checkpoints = kept(0, 10, 20, 30, 40);
  assert.equal(checkpoints.first, 10);
  checkpoints.add(at(15));
  assert.equal(checkpoints.upTo(19)?.iteration, 15);
  assert.equal(checkpoints.upTo(45)?.iteration, 40);
});

test("one without a file only says where the run stands", () => {
  const checkpoints = kept(0, 10);
  checkpoints.add(at(12, null));
  assert.equal(checkpoints.newest?.iteration, 12);
  assert.deepEqual(checkpoints.restoreTo(12)?.file, Uint8Array.of(10));
});

test("another run has none of the old one's", () => {
  const checkpoints = kept(0, 10);
  checkpoints.clear();
  assert.equal(checkpoints.restoreTo(10), null);
});
