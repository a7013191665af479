import assert from "node:assert/strict";
import { test } from "node:test";
import { guideFor } from "./guide.js";

/** @param {Partial<import("./guide.js").Standing>} standing */
const guide = (standing) =>
  guideFor({
    state: "ready",
    iteration: 0,
    newest: null,
    watched: false,
    saved: false,
    batch: 1,
    more: 10_000,
    change: "",
    changed: null,
    ...standing,
  }).replaceAll("\u00a0", " ");
const measured = (/** @type {number} */ exact, /** @type {number} */ iteration) =>
  /** @type {any} */ ({
    exact,
    iteration,
    pairs: 16_384,
    all: true,
    perRipple: [1, 0.5, Number.NaN],
  });

test("before training it says how much is right by chance, and what a press does", () => {
  const words = guide({ newest: measured(0.0001, 0) });
  assert.match(words, /^Its weights are random, so it guesses: 0\.01 % of all sums/);
  assert.match(words, /corrects itself a little after every sum\.$/);
  assert.match(guide({ newest: measured(0, 0), batch: 8 }), /a little after every 8 sums\.$/);
});

test("at the pace for watching it says how it begins, and where it slows down", () => {
  const watched = { state: /** @type {const} */ ("running"), watched: true };
  assert.match(
    guide(watched),
    /^Slowly at first, then faster: it guesses a sum, is told the truth/,
  );
  assert.match(guide({ ...watched, newest: measured(0, 0), batch: 8 }), /it guesses 8 sums/);
  assert.match(
    guide({ ...watched, newest: measured(0.5, 250) }),
    /^Now it learns to carry, slower/,
  );
});

test("in training it says what is going on, by how much is right", () => {
  const running = /** @type {const} */ ("running");
  assert.match(guide({ state: running, newest: measured(0, 250) }), /^Hardly any sum is right/);
  assert.match(guide({ state: running, newest: measured(0.5, 250) }), /^Now it learns to carry\./);
  assert.match(guide({ state: running, newest: measured(0.95, 250) }), /^Nearly every sum/);
  assert.match(guide({ state: running, newest: measured(0.95, 250) }), /over 1 bit: 50\.00 %\.$/);
  assert.match(guide({ state: running, newest: measured(1, 250) }), /nobody told it how\.$/);
});

test("at rest it says how far it is and what comes next, and of a changed network both", () => {
  const rests = { state: /** @type {const} */ ("finished"), iteration: 10_000 };
  assert.match(
    guide({ ...rests, newest: measured(1, 10_000) }),
    /^Every sum is right after 10,000/,
  );
  assert.match(guide({ ...rests, newest: measured(0.4, 10_000) }), /40\.00 % of all sums/);
  const change = { change: "with its memory cut", changed: measured(0.13, 10_000) };
  assert.match(
    guide({ ...rests, newest: measured(1, 10_000), ...change }),
    /with its memory cut answers: 13\.00 % .*; training goes on with the true one, 100 %\.$/,
  );
});
