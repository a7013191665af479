import assert from "node:assert/strict";
import { test } from "node:test";
import { ticksOf } from "./leak-ticks.js";

test("the lowest and the highest column have their number, and round ones between", () => {
  assert.deepEqual(ticksOf(32, 5), [0, 8, 16, 31]);
  assert.deepEqual(ticksOf(1024, 8), [0, 128, 256, 384, 512, 640, 768, 1023]);
  assert.deepEqual(ticksOf(8, 20), [0, 1, 2, 3, 4, 5, 6, 7]);
});

test("there are never more than there is room for, and never two in one place", () => {
  for (let columns = 8; columns <= 1024; columns += 1) {
    for (const most of [2, 3, 7, 15.5]) {
      const ticks = ticksOf(columns, most);
      assert.ok(ticks.length <= most + 1, `${columns}, ${most}: ${ticks}`);
      const gaps = ticks.slice(1).map((bit, at) => bit - ticks[at]);
      assert.ok(Math.min(...gaps) >= columns / (2 * most) - 1, `${columns}, ${most}: ${ticks}`);
      assert.equal(ticks.at(-1), columns - 1);
    }
  }
});
