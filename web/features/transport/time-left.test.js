import assert from "node:assert/strict";
import { test } from "node:test";
import { timeLeft } from "./time-left.js";

test("what is left is told in tens of seconds, or in minutes", () => {
  assert.equal(timeLeft(1e6, 8e6, 5), "about 40 s");
  assert.equal(timeLeft(1e6, 9e6, 5.2), "about 50 s");
  assert.equal(timeLeft(1e6, 9e6, 10), "about 2 min");
  assert.equal(timeLeft(5e4, 9.5e6, 3), "about 10 min");
});

test("nothing is told too early, of a short rest, or before anything has come", () => {
  assert.equal(timeLeft(1e6, 8e6, 2.9), "");
  assert.equal(timeLeft(8e6, 1e6, 5), "");
  assert.equal(timeLeft(0, 9e6, 60), "");
  assert.equal(timeLeft(9e6, 0, 60), "");
});
