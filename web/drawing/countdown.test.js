import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { Clock } from "../../tests/clock.mjs";
import { countdown } from "./countdown.js";

/** @type {Clock} */
let clock;
beforeEach(() => {
  clock = new Clock();
});
afterEach(() => clock.giveBack());

/** A countdown from three, and what it has told. */
function fromThree() {
  /** @type {(number | null | string)[]} */
  const told = [];
  const counting = countdown(3, {
    tick: (left) => told.push(left),
    end: () => told.push("end"),
  });
  return { counting, told };
}

test("it tells every second that is left, and the end once", () => {
  const { counting, told } = fromThree();
  counting.start();
  clock.pass(60_000);
  assert.deepEqual(told, [3, 2, 1, null, "end"]);
});

test("called off it does not end, and begins again from the top", () => {
  const { counting, told } = fromThree();
  counting.start();
  clock.pass(2_000);
  counting.stop();
  clock.pass(60_000);
  assert.deepEqual(told.splice(0), [3, 2, 1, null]);
  counting.start();
  clock.pass(1_000);
  counting.start();
  clock.pass(3_000);
  assert.deepEqual(told, [3, 2, 3, 2, 1, null, "end"]);
});
