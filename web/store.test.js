import assert from "node:assert/strict";
import { test } from "node:test";
import { Store } from "./store.js";

test("followers hear of every change, with what was there before, until they end it", () => {
  const store = new Store(1);
  /** @type {number[][]} */
  const heard = [];
  const end = store.follow((value, before) => heard.push([value, before]));
  store.set(2);
  store.set(2); // no change
  store.set(3);
  end();
  store.set(4);
  assert.deepEqual(heard, [
    [2, 1],
    [3, 2],
  ]);
});

test("a value that will do may be there or come, and is told once", async () => {
  const store = new Store(0);
  const isLarge = (/** @type {number} */ value) => value > 1;
  const large = store.when(isLarge);
  for (const value of [1, 2, 0, 3]) store.set(value);
  assert.equal(await large, 2);
  assert.equal(await store.when(isLarge), 3);
});
