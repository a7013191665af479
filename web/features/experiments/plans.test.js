import assert from "node:assert/strict";
import { test } from "node:test";
import { estimate, EXPERIMENTS } from "./plans.js";

test("every experiment names all that it compares", () => {
  for (const { id, plan, names } of EXPERIMENTS) {
    assert.equal(names.length, plan.hidden.length * plan.alphas.length, id);
    assert.equal(new Set(plan.seeds).size, plan.seeds.length, id);
  }
});

test("an estimate follows the speed of the machine, and is a second at least", () => {
  const [sizes] = EXPERIMENTS;
  assert.equal(estimate(sizes, 0), "32 networks; estimate: 20 s");
  assert.equal(estimate(sizes, 20_000), "32 networks; estimate: 10 s");
  assert.equal(estimate(sizes, 1e9), "32 networks; estimate: 1 s");
});
