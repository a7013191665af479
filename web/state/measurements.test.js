import assert from "node:assert/strict";
import { test } from "node:test";
import { Measurements } from "./measurements.js";

/** @param {[iteration: number, exact: number][]} list */
function measured(list) {
  const all = new Measurements();
  for (const [iteration, exact] of list) {
    all.add(/** @type {any} */ ({ iteration, exact, perRipple: new Float64Array(), map: "large" }));
  }
  return all;
}

test("measurements stand in the order of their iterations, each once, without their maps", () => {
  const { list } = measured([
    [500, 0.2],
    [0, 0],
    [250, 0.1],
    [250, 0.1],
  ]);
  assert.deepEqual(
    list.map(({ iteration }) => iteration),
    [0, 250, 500],
  );
  assert.ok(list.every((one) => !("map" in one)));
});

test("it clicks at the first measurement with most sums right after one with few", () => {
  assert.equal(measured([[0, 0.9]]).clicked, undefined);
  const curve = measured([
    [0, 0],
    [250, 0.5],
    [500, 0.51],
    [750, 0.2],
  ]);
  assert.equal(curve.clicked, 500);
});

test("it has settled where every sum is right, and at every measurement from there on", () => {
  const flickering = [
    [0, 0],
    [250, 1],
    [500, 0.99],
    [750, 1],
    [1000, 1],
  ];
  const curve = measured(/** @type {[number, number][]} */ (flickering));
  assert.equal(curve.settled, 750);
  curve.add(/** @type {any} */ ({ iteration: 1250, exact: 0.9 }));
  assert.equal(curve.settled, undefined);
  assert.equal(measured([[0, 1]]).settled, undefined); // it began so
});

test("what was best before an iteration, and what was known by then", () => {
  const curve = measured([
    [0, 0],
    [250, 0.7],
    [500, 0.7],
    [750, 0.9],
  ]);
  assert.equal(curve.bestBefore(750)?.iteration, 500);
  assert.equal(curve.bestBefore(0), undefined);
  assert.equal(curve.upTo(700)?.iteration, 500);
  curve.clear();
  assert.equal(curve.upTo(700), undefined);
});
