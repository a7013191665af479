import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { Clock } from "../tests/clock.mjs";
import { SlowMotion } from "./slow-motion.js";
import { Store } from "./store.js";

const COLUMN = 600;
const ANSWER = 1600;
const LESSON = 2000;

/** @type {Clock} */
let clock;
beforeEach(() => {
  clock = new Clock();
});
afterEach(() => clock.giveBack());

/** Slow motion with three columns a sum, in the midst of a page and a worker that answer at once. */
function stage() {
  /** @type {string[]} */
  const told = [];
  const frame = (/** @type {number} */ iteration, state = "paused") => ({
    ...{ iteration, state, target: 2, coming: { a: iteration, b: 1 } },
  });
  const shared = {
    frame: new Store(/** @type {any} */ (frame(0, "ready"))),
    pinned: new Store(null),
    change: new Store({ kind: "" }),
    slowly: new Store(false),
    state: new Store("ready"),
  };
  const line = {
    send({ count }) {
      told.push(`step ${count}`);
      shared.frame.set(frame(shared.frame.value.iteration + count));
    },
  };
  const reader = {
    read: (/** @type {{a: bigint}} */ { a }, /** @type {Function} */ show) => {
      told.push(`sum ${a}`);
      show({ outputs: Float64Array.of(0, 1, 0) });
    },
    forget() {},
  };
  const draw = {
    columns: (/** @type {unknown} */ _, /** @type {number} */ shown) => told.push(`${shown} shown`),
    lesson: () => told.push("lesson"),
  };
  const motion = new SlowMotion(.../** @type {[any, any, any]} */ ([line, shared, reader]));
  motion.drawWith(draw);
  return { motion, shared, told: () => told.splice(0) };
}

test("a step uncovers a column, and after the last one trains once", () => {
  const { motion, told } = stage();
  for (let press = 0; press < 4; press += 1) motion.step();
  assert.deepEqual(told(), ["sum 0", "1 shown", "2 shown", "3 shown", "lesson", "step 1"]);
  clock.pass(60_000);
  assert.deepEqual(told(), []); // nothing goes on by itself
  motion.step();
  assert.deepEqual(told(), ["sum 1", "1 shown"]);
});

test("played it goes through columns, answer and lesson at its own pace, to the run's target", () => {
  const { motion, shared, told } = stage();
  motion.play();
  assert.deepEqual(told(), ["sum 0", "0 shown"]);
  clock.pass(COLUMN - 1);
  assert.deepEqual(told(), []);
  clock.pass(1 + 2 * COLUMN);
  assert.deepEqual(told(), ["1 shown", "2 shown", "3 shown"]);
  clock.pass(ANSWER);
  assert.deepEqual(told(), ["lesson", "step 1"]);
  clock.pass(LESSON);
  assert.deepEqual(told(), ["sum 1", "0 shown"]);
  clock.pass(60_000);
  assert.deepEqual(told(), ["1 shown", "2 shown", "3 shown", "lesson", "step 1"]);
  assert.equal(shared.frame.value.iteration, 2);
  assert.equal(shared.slowly.value, false);
});

test("a pause holds at once and for good, and playing goes on from there", () => {
  const { motion, shared, told } = stage();
  motion.play();
  clock.pass(COLUMN);
  motion.pause();
  told();
  clock.pass(60_000);
  assert.deepEqual(told(), []);
  assert.equal(shared.state.value, "ready");
  motion.play();
  assert.deepEqual(told(), ["2 shown"]);
});
