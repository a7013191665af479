import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { Clock } from "../../tests/clock.mjs";
import { Watchdog } from "./watchdog.js";

/** @type {Clock} */
let clock;
beforeEach(() => {
  clock = new Clock();
});
afterEach(() => clock.giveBack());

test("it barks once when it was not fed in time", () => {
  const bark = mock.fn();
  new Watchdog(1_000, bark).start();
  clock.pass(999);
  assert.equal(bark.mock.callCount(), 0);
  clock.pass(10_000);
  assert.equal(bark.mock.callCount(), 1);
});

test("fed in time it is silent, and so it is once it has been stopped", () => {
  const bark = mock.fn();
  const dog = new Watchdog(1_000, bark);
  dog.feed(); // before it watches
  clock.pass(5_000);
  dog.start();
  for (let meal = 0; meal < 10; meal += 1) {
    clock.pass(999);
    dog.feed();
  }
  dog.stop();
  dog.feed();
  clock.pass(5_000);
  assert.equal(bark.mock.callCount(), 0);
});
