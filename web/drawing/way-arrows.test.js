import assert from "node:assert/strict";
import { test } from "node:test";
import { arrowsOf, spans } from "./way-arrows.js";

/** @typedef {import("./way-arrows.js").Place} Place */

/** @type {Record<string, Place>} */
const AT = { start: [0, 300], none: [280, 290], one: [190, 290], two: [90, 10] };

/** A way through places, each a step. @param {string[]} names */
const through = (...names) =>
  names.slice(1).map((name, number) => ({ from: AT[names[number]], to: AT[name], number }));
/** @param {string} line */
const ends = (line) =>
  line.match(/-?[\d.]+ -?[\d.]+/g)?.map((each) => each.split(" ").map(Number)) ?? [];

test("an arrow leads from near one place to near the other, bent to the left of its way", () => {
  const [arrow] = arrowsOf(through("start", "none"), [150, 150]);
  const points = ends(arrow.line);
  assert.ok(Math.abs(points[0][0] - 9) < 2 && Math.abs(points[3][0] - 271) < 2);
  assert.ok(points[1][1] < 280); // up, as seen on the way to the right
  assert.equal(arrow.words, "0");
});

test("there and back are two arrows that lie apart", () => {
  const [there, back] = arrowsOf(through("one", "two", "one"), [150, 150]);
  assert.notEqual(there.line, back.line);
  assert.ok(Math.hypot(there.middle[0] - back.middle[0], there.middle[1] - back.middle[1]) > 20);
});

test("steps between the same places share an arrow, which is the newest if the last is one of them", () => {
  const arrows = arrowsOf(through("start", "two", "two", "two", "one", "two", "two"), [150, 150]);
  assert.deepEqual(
    arrows.map(({ words, newest }) => [words, newest]),
    [
      ["0", false],
      ["1–2, 5", true],
      ["3", false],
      ["4", false],
    ],
  );
});

test("places that cannot be told apart are one", () => {
  const steps = through("start", "two", "two");
  steps[1] = { ...steps[1], to: [94, 14] };
  assert.equal(arrowsOf(steps, [150, 150]).at(-1)?.words, "1");
  assert.equal(arrowsOf(steps, [150, 150]).length, 2);
});

test("a jump is no step: it has no number", () => {
  const jump = { from: AT.none, to: AT.two, number: null };
  const arrows = arrowsOf(
    [...through("start", "none"), jump, { from: AT.two, to: AT.one, number: 1 }],
    [150, 150],
  );
  assert.deepEqual(
    arrows.map(({ words }) => words),
    ["0", "", "1"],
  );
});

test("numbers on a long way stand apart from each other", () => {
  const arrows = arrowsOf(through("start", "none", "one", "none", "two", "none"), [150, 150]);
  for (const [at, { middle }] of arrows.entries()) {
    for (const other of arrows.slice(at + 1)) {
      assert.ok(Math.hypot(middle[0] - other.middle[0], middle[1] - other.middle[1]) > 20);
    }
  }
});

test("several numbers in a row are told by the first and the last", () => {
  assert.equal(spans([1, 2, 3, 5, 7, 8]), "1–3, 5, 7–8");
  assert.equal(spans([]), "");
});
