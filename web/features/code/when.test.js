import assert from "node:assert/strict";
import { test } from "node:test";
import { cellOf, drawn, notesAt, passOf } from "./when.js";

const STEPS = 8;
/** @param {number} line @param {number} step @param {number} [size] */
const note = (line, step, size = 1) => ({
  ...{ line, step, name: "x", shape: [size] },
  value: new Float64Array(size),
});
const steps = (/** @type {{step: number}[]} */ notes) => notes.map(({ step }) => step);

test("a position is a pass forward, and then one back", () => {
  assert.deepEqual(passOf(0, STEPS), { t: 0, back: false });
  assert.deepEqual(passOf(7, STEPS), { t: 7, back: false });
  assert.deepEqual(passOf(8, STEPS), { t: 7, back: true });
  assert.deepEqual(passOf(15, STEPS), { t: 0, back: true });
});

test("a line of the loop has the value of its pass, also on the way back", () => {
  const notes = Array.from({ length: STEPS }, (_, t) => note(20, t));
  const forward = { name: "forward", last: 20 };
  assert.deepEqual(steps(notesAt(notes, forward, 3, STEPS)), [3]);
  assert.deepEqual(steps(notesAt(notes, forward, 12, STEPS)), [3]);
});

test("what comes after a loop is not there before it has ended", () => {
  const after = [note(21, -1)];
  const forward = { name: "forward", last: 20 };
  assert.deepEqual(notesAt(after, forward, 6, STEPS), []);
  assert.equal(notesAt(after, forward, 7, STEPS).length, 1);
  const backward = { name: "backward", last: 20 };
  assert.deepEqual(notesAt(after, backward, 14, STEPS), []);
  assert.equal(notesAt(after, backward, 15, STEPS).length, 1);
});

test("what goes back is not there on the way forward, what comes before its loop is there at once", () => {
  const before = [note(10, -1)];
  const backward = { name: "backward", last: 20 };
  assert.deepEqual(notesAt(before, backward, 7, STEPS), []);
  assert.equal(notesAt(before, backward, 8, STEPS).length, 1);
});

test("a line that takes something apart shows its largest part", () => {
  assert.equal(drawn([note(1, -1, 2), note(1, -1, 9), note(1, -1, 1)])?.value.length, 9);
  assert.equal(drawn([]), null);
});

test("of a number for each step the one of the pass is marked", () => {
  assert.equal(cellOf(note(1, -1, STEPS), 5, STEPS), 5);
  assert.equal(cellOf(note(1, 5, STEPS), 5, STEPS), -1);
  assert.equal(cellOf(note(1, -1, 3), 5, STEPS), -1);
});
