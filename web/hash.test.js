import assert from "node:assert/strict";
import { test } from "node:test";
import { allSettings, readHash, writeHash } from "./hash.js";
import { NAMES } from "./settings.js";

const INITIAL = { bits: 8, hidden: 16, alpha: 0.1, iterations: 10_000, seed: 0 };
const DEFAULTS = { ...INITIAL, biases: false, batch: 1 };
const limits = Object.fromEntries(NAMES.map((name) => [name, { initial: DEFAULTS[name] }]));
const plain = { net: "", at: 0, pinned: null };

test("the defaults of these tests are settings that the page knows, and all of them", () => {
  assert.deepEqual(Object.keys(DEFAULTS).sort(), [...NAMES].sort());
});

test("an untouched run has an empty address", () => {
  assert.equal(writeHash({ settings: DEFAULTS, limits }, plain), "");
});

test("what is written is read again", () => {
  const settings = { ...DEFAULTS, hidden: 8, biases: true };
  const stands = { net: "", at: 4321, pinned: { a: 75n, b: 53n } };
  const hash = writeHash({ settings, limits }, stands);
  assert.equal(hash, "hidden=8&biases=yes&at=4321&pin=75,53");
  const link = readHash(`#${hash}`);
  const settled = { settings: { hidden: "8", biases: "yes" }, problems: [] };
  assert.deepEqual(link, { ...stands, ...settled });
  assert.equal(allSettings(link, limits).alpha, "0.1");
  assert.equal(allSettings(link, limits).biases, "yes");
});

test("a trained network stands in place of its settings", () => {
  const settings = { ...DEFAULTS, hidden: 8 };
  assert.equal(writeHash({ settings, limits }, { ...plain, net: "binadd1.AA" }), "net=binadd1.AA");
});

test("settings stay as they were written, so that Python can refuse them", () => {
  assert.deepEqual(readHash("#hidden=%3Cb%3E&seed=").settings, { hidden: "<b>", seed: "" });
});

test("a pinned sum may be of any length that fits an address", () => {
  const long = "9".repeat(308);
  assert.deepEqual(readHash(`#pin=${long},1`).pinned, { a: BigInt(long), b: 1n });
  assert.equal(readHash(`#pin=${long}9,1`).pinned, null);
});

test("names that every object has are no settings", () => {
  assert.deepEqual(readHash("#__proto__=1&constructor=2&nonsense&%E0%A4%A").settings, {});
});
