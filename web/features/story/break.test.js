import assert from "node:assert/strict";
import { test } from "node:test";
import { verdict } from "./break.js";

/** @param {number} perfect @param {number} last */
const curve = (perfect, last) => ({
  evaluated: Float64Array.of(250, 500),
  exact: Float64Array.of(0, last),
  perfect,
});

test("it is better if all sums are right earlier, else worse, and nothing if most never are", () => {
  const honest = curve(500, 1);
  assert.equal(verdict(honest, curve(250, 1)), "better");
  assert.equal(verdict(honest, curve(Infinity, 0.9)), "worse");
  assert.equal(verdict(honest, curve(Infinity, 0.1)), "nothing");
});
