import assert from "node:assert/strict";
import { test } from "node:test";
import { Store } from "./store.js";
import { trainingActions } from "./training-actions.js";

const TYPED = { hidden: "8" };
const RUNNING = { hidden: 8 };
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** The actions, in the midst of a page and a worker that are told what to say. */
function stage() {
  /** @type {string[]} */
  const told = [];
  /** @type {{resolve: Function, reject: Function}[]} */
  const begun = [];
  const shared = {
    state: new Store("ready"),
    eager: new Store(false),
    slowly: new Store(false),
    goal: new Store(0),
    stepSize: new Store(/** @type {number | string} */ (10)),
    speed: new Store(/** @type {number | string | null} */ (null)),
    typed: new Store(TYPED),
    request: new Store(/** @type {{by: string} | null} */ (null)),
    run: new Store(/** @type {object | null} */ (RUNNING)),
    frame: new Store(/** @type {object | null} */ ({ state: "ready", iteration: 0 })),
  };
  const line = {
    send: (/** @type {object} */ command) => told.push(Object.values(command).join(" ")),
    begin() {
      told.push("reset");
      return { begun: new Promise((resolve, reject) => begun.push({ resolve, reject })) };
    },
  };
  const deeds = ["play", "pause", "step", "drop"];
  const slow = Object.fromEntries(deeds.map((deed) => [deed, () => told.push(`slow ${deed}`)]));
  const { actions } = trainingActions(.../** @type {[any, any, any]} */ ([line, shared, slow]));
  return { actions, shared, begun, told: () => told.splice(0) };
}

/** The worker says that a run stands at its beginning, and sends its first frame. */
async function arrive(/** @type {ReturnType<typeof stage>} */ { shared, begun }, place = 0) {
  shared.run.set({ hidden: 9 });
  shared.frame.set(null);
  begun[place].resolve({});
  await settled();
  shared.frame.set({ state: "ready", iteration: 0 });
  await settled();
}

test("what is done goes to the worker, and slow motion makes way", () => {
  const { actions, shared, told } = stage();
  actions.train();
  assert.deepEqual(told(), ["slow drop", "train"]);
  actions.step();
  assert.deepEqual(told(), ["slow drop", "step 10"]);
  actions.step(1);
  assert.deepEqual(told(), ["slow drop", "step 1"]);
  shared.stepSize.set("bit");
  actions.step();
  assert.deepEqual(told(), ["slow step"]);
});

test("what cannot be done now is nothing", () => {
  const { actions, shared, told } = stage();
  shared.state.set("failed");
  actions.train();
  actions.step();
  assert.equal(actions.reset(), null);
  shared.state.set("running");
  actions.train();
  assert.deepEqual(told(), []);
});

test("a pause is over when the worker rests", async () => {
  const { actions, shared, told } = stage();
  shared.frame.set({ state: "running", iteration: 5 });
  let rests = false;
  actions.pause().then(() => {
    rests = true;
  });
  shared.frame.set({ state: "running", iteration: 6 });
  await settled();
  assert.equal(rests, false);
  shared.frame.set({ state: "paused", iteration: 6 });
  await settled();
  assert.equal(rests, true);
  assert.deepEqual(told(), ["slow pause", "pause"]);
});

test("train is remembered until Python and the run that the address asks for are there", () => {
  const { actions, shared, told } = stage();
  shared.state.set("loading");
  shared.goal.set(20);
  actions.train();
  assert.equal(shared.eager.value, true);
  shared.frame.set({ state: "running", iteration: 10 });
  shared.state.set("running");
  assert.deepEqual(told(), []);
  shared.frame.set({ state: "paused", iteration: 20 });
  shared.state.set("paused");
  assert.deepEqual(told(), ["slow drop", "train"]);
  assert.equal(shared.eager.value, false);
});

test("what trains while the form asks for another run begins that one, and trains it when it is there", async () => {
  const page = stage();
  page.shared.typed.set({ hidden: "9" });
  page.actions.train();
  assert.deepEqual(page.told(), ["reset"]);
  await arrive(page);
  assert.deepEqual(page.told(), ["slow drop", "train"]);
});

test("where the run that the form asks for is refused, nothing is trained", async () => {
  const { actions, shared, begun, told } = stage();
  shared.typed.set({ hidden: "x" });
  const training = actions.train();
  begun[0].reject(new Error("hidden units must be a whole number"));
  await training;
  assert.deepEqual(told(), ["reset"]);
});

test("of several that wait for a run only the last is done, and the run is asked for once", async () => {
  const page = stage();
  page.shared.typed.set({ hidden: "9" });
  page.actions.step();
  page.actions.train();
  await arrive(page);
  assert.deepEqual(page.told(), ["reset", "slow drop", "train"]);
});

test("what trains before Reset is answered waits for that run, and begins no other", async () => {
  const page = stage();
  page.shared.typed.set({ hidden: "9" });
  page.actions.reset();
  page.actions.train();
  assert.equal(page.shared.request.value?.by, "visitor");
  await arrive(page);
  assert.deepEqual(page.told(), ["reset", "slow drop", "train"]);
});

test("what waits for a run is forgotten when the form has asked for another since", async () => {
  const page = stage();
  page.shared.typed.set({ hidden: "9" });
  page.actions.train();
  page.shared.typed.set({ hidden: "10" });
  page.actions.train();
  await arrive(page, 0);
  assert.deepEqual(page.told(), ["reset", "reset"]);
  await arrive(page, 1);
  assert.deepEqual(page.told(), ["slow drop", "train"]);
});

test("the pace changes in mid-run, to bit by bit and back", () => {
  const { actions, shared, told } = stage();
  actions.setPace(10);
  assert.deepEqual(told(), ["pace 10"]);
  shared.state.set("running");
  actions.setPace(100);
  assert.deepEqual(told(), ["pace 100"]);
  actions.setPace("bit");
  assert.deepEqual(told(), ["pace ", "pause", "slow play"]);
  shared.slowly.set(true);
  actions.setPace("bit");
  assert.deepEqual(told(), ["pace "]);
  actions.setPace(null);
  assert.deepEqual(told(), ["pace ", "slow drop", "train"]);
});
