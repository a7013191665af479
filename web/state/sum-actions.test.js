import assert from "node:assert/strict";
import { test } from "node:test";
import { Store } from "./store.js";
import { Asking, changing, choosing, pinning } from "./sum-actions.js";

const EXAMPLE = { example: { a: 9, b: 60 } };
const SUM = { a: 9n, b: 60n };

/** The shared values of a page on which a run is ready. */
const page = () => ({
  state: new Store("ready"),
  run: new Store(/** @type {object | null} */ (null)),
  frame: new Store(/** @type {object | null} */ (null)),
  pinned: new Store(/** @type {object | null} */ (null)),
  pinWished: new Store(false),
  inSight: new Store(/** @type {object | null} */ (null)),
  asked: new Store(/** @type {any} */ (null)),
  change: new Store(/** @type {object} */ ({ kind: "none" })),
});

/** A line on which it is noted what is said, and that answers when it is told to. */
function lineOf() {
  /** @type {string[]} */
  const told = [];
  /** @type {{resolve: Function, reject: Function}[]} */
  const open = [];
  let begin = () => {};
  const line = {
    send: (/** @type {object} */ command) => told.push(Object.values(command).join(" ")),
    ask(/** @type {{first: string, second: string}} */ { first, second }) {
      told.push(`${first} + ${second}`);
      const answer = new Promise((resolve, reject) => open.push({ resolve, reject }));
      return { answer, cancel: () => told.push(`not ${first} + ${second}`) };
    },
    on(/** @type {string} */ _, /** @type {() => void} */ hear) {
      begin = hear;
    },
  };
  return {
    line: /** @type {any} */ (line),
    told: () => told.splice(0),
    open,
    begin: () => begin(),
  };
}

test("a sum that is asked takes the place of the one before, and a new run is asked it", async () => {
  const { line, told, open, begin } = lineOf();
  const shared = page();
  const asking = new Asking(line, /** @type {any} */ (shared));
  asking.ask("1", "2");
  asking.ask("3", "4");
  assert.deepEqual(told(), ["1 + 2", "not 1 + 2", "3 + 4"]);
  assert.deepEqual(shared.asked.value.summands, { first: "3", second: "4" });
  begin();
  assert.deepEqual(told(), ["not 3 + 4", "3 + 4"]);
  open[2].resolve({ a: "3", b: "4", iteration: 0 });
  await shared.asked.value.answer;
  assert.deepEqual(shared.pinned.value, { a: 3n, b: 4n });
});

test("a new run forgets what the one before refused", async () => {
  const { line, told, open, begin } = lineOf();
  const shared = page();
  const asking = new Asking(line, /** @type {any} */ (shared));
  asking.ask("1", "").catch(() => {});
  open[0].reject(new Error("second number is empty"));
  await assert.rejects(shared.asked.value.answer);
  told();
  begin();
  assert.equal(shared.asked.value, null);
  assert.deepEqual(told().slice(1), []);
});

test("a changed network is asked the same sum again, but none that was refused", async () => {
  const { line, told, open } = lineOf();
  const shared = /** @type {any} */ (page());
  const asking = new Asking(line, shared);
  const { change, undo } = changing(line, shared, () => asking.askAgain());
  change({ kind: "no-memory" });
  assert.deepEqual(told(), ["intervene no-memory"]);
  asking.ask("1", "2");
  const { summands } = shared.asked.value;
  undo();
  assert.deepEqual(told(), ["1 + 2", "intervene none", "not 1 + 2", "1 + 2"]);
  assert.equal(shared.asked.value.summands, summands); // nobody typed them anew
  open[1].reject(new Error("first number is empty"));
  await assert.rejects(shared.asked.value.answer);
  change({ kind: "no-memory" });
  assert.deepEqual(told(), ["intervene no-memory"]);
});

const ANSWER = { a: "9", b: "60", iteration: 0 };

test("what is asked stays in sight, and what is kept in sight is asked", async () => {
  const { line, told, open, begin } = lineOf();
  const shared = /** @type {any} */ (page());
  const asking = new Asking(line, shared);
  asking.ask("0b1001", "60");
  open[0].resolve(ANSWER);
  await shared.asked.value.answer;
  assert.deepEqual(shared.pinned.value, SUM);
  assert.deepEqual(told(), ["0b1001 + 60"]); // and not once more
  shared.pinned.set({ a: 1n, b: 2n });
  assert.deepEqual(shared.asked.value.summands, { first: "1", second: "2" });
  shared.pinned.set({ ...SUM, graft: { ...SUM, step: 3 } });
  shared.pinned.set(null);
  assert.deepEqual(told(), ["not 0b1001 + 60", "1 + 2"]);
  shared.pinned.set(SUM);
  begin();
  assert.deepEqual(told(), ["not 1 + 2", "9 + 60", "not 9 + 60", "9 + 60"]);
});

test("a refused sum leaves in sight what there was", async () => {
  const { line, open } = lineOf();
  const shared = /** @type {any} */ (page());
  shared.pinned.set(SUM);
  new Asking(line, shared).ask("x", "60");
  open[0].reject(new Error("first number must be a whole number"));
  await assert.rejects(shared.asked.value.answer);
  assert.deepEqual(shared.pinned.value, SUM);
});

test("when training comes to rest, the network as it is then answers", async () => {
  const { line, told, open } = lineOf();
  const shared = /** @type {any} */ (page());
  new Asking(line, shared).ask("9", "60");
  open[0].resolve(ANSWER);
  await shared.asked.value.answer;
  shared.state.set("running");
  shared.frame.set({ iteration: 7 });
  assert.deepEqual(told(), ["9 + 60"]);
  shared.state.set("paused");
  assert.deepEqual(told(), ["not 9 + 60", "9 + 60"]);
});

test("a new run is unchanged, also where a change was wanted on the way to it", () => {
  const { line, told } = lineOf();
  const shared = /** @type {any} */ (page());
  changing(line, shared, () => {}).change({ kind: "silence", unit: 3 });
  assert.deepEqual(told(), ["intervene silence 3"]);
  shared.run.set({});
  assert.deepEqual(shared.change.value, { kind: "none" });
  assert.deepEqual(told(), ["intervene none"]);
  shared.run.set({});
  assert.deepEqual(told(), []);
});

test("pinning keeps what is in sight, else the newest example, and lets it go again", () => {
  const shared = page();
  const { togglePin } = pinning(/** @type {any} */ (shared));
  shared.frame.set(EXAMPLE);
  togglePin();
  assert.deepEqual(shared.pinned.value, SUM);
  togglePin();
  assert.equal(shared.pinned.value, null);
  shared.inSight.set({ a: 1n, b: 2n });
  togglePin();
  assert.deepEqual(shared.pinned.value, { a: 1n, b: 2n });
});

test("pinning that comes before there is a sum is done when there is one", () => {
  const shared = page();
  const { togglePin } = pinning(/** @type {any} */ (shared));
  togglePin();
  assert.equal(shared.pinWished.value, true);
  togglePin();
  assert.equal(shared.pinWished.value, false); // and can be thought better of
  togglePin();
  shared.frame.set(EXAMPLE);
  assert.deepEqual(shared.pinned.value, SUM);
  assert.equal(shared.pinWished.value, false);
});

test("nothing is pinned where there is no network to ask", () => {
  const shared = page();
  shared.state.set("failed");
  shared.frame.set(EXAMPLE);
  pinning(/** @type {any} */ (shared)).togglePin();
  assert.equal(shared.pinned.value, null);
  assert.equal(shared.pinWished.value, false);
});

test("a chosen unit stays chosen in the next run, unless that has no such unit", () => {
  const run = new Store(/** @type {any} */ (null));
  const unit = new Store(/** @type {number | null} */ (null));
  const { choose } = choosing(/** @type {any} */ ({ run, unit }));
  choose(7);
  run.set({ hidden: 8 });
  assert.equal(unit.value, 7);
  run.set({ hidden: 7 });
  assert.equal(unit.value, null);
});
