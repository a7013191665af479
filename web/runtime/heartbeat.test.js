import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { Clock } from "../../tests/clock.mjs";
import { Pulse } from "./heartbeat.js";

/** @type {Clock} */
let clock;
beforeEach(() => {
  clock = new Clock();
});
afterEach(() => clock.giveBack());

/** A pulse, what was asked and what it said in the end. */
function watched() {
  const asked = mock.fn();
  const ended = mock.fn();
  const pulse = new Pulse(ended);
  pulse.beat(asked);
  return { pulse, asked: asked.mock, ended: ended.mock };
}

test("a worker that says nothing is asked for twenty seconds and then given up", () => {
  const { asked, ended } = watched();
  clock.pass(20_000);
  assert.equal(asked.callCount(), 20);
  assert.equal(ended.callCount(), 0);
  clock.pass(1_000);
  assert.deepEqual(ended.calls[0].arguments, ["Python has not answered for 20 seconds."]);
});

test("a word now and then is enough, for however long", () => {
  const { pulse, ended } = watched();
  for (let minute = 0; minute < 60; minute += 1) {
    clock.pass(19_000);
    pulse.heard();
  }
  assert.equal(ended.callCount(), 0);
});

test("whoever has stopped it is told nothing", () => {
  const { pulse, ended } = watched();
  clock.pass(20_000);
  pulse.stop();
  clock.pass(60_000);
  assert.equal(ended.callCount(), 0);
});
