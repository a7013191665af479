import assert from "node:assert/strict";
import { test } from "node:test";
import { Refusal } from "./refusal.js";
import { Requests } from "./requests.js";

/** Requests on a line whose events the test tells. */
function stage() {
  /** @type {Map<string, (event: object) => void>} */
  const heard = new Map();
  const on = (/** @type {string} */ kind, /** @type {(event: any) => void} */ hear) =>
    void heard.set(kind, hear);
  const requests = new Requests({ on });
  const told = /** @type {string[]} */ ([]);
  const ask = () => {
    const id = requests.next();
    requests.open(id, {
      command: { type: "cancel", id },
      resolve: (answer) => told.push(`${id}: ${JSON.stringify(answer)}`),
      reject: (error) => told.push(`${id} refused: ${error.message}`),
      progress: (done) => told.push(`${id} at ${done}`),
    });
    return id;
  };
  const tell = (/** @type {string} */ kind, /** @type {object} */ event) =>
    heard.get(kind)?.(event);
  return { requests, told, ask, tell };
}

test("an answer goes to the request whose number it has, and to it only once", () => {
  const { told, ask, tell } = stage();
  const [first, second] = [ask(), ask()];
  tell("progress", { id: second, done: 0.5 });
  tell("answer", { id: second, iteration: 7, result: { right: true } });
  tell("answer", { id: second, iteration: 8, result: {} });
  tell("command-refused", { id: first, message: "no" });
  assert.deepEqual(told, ["2 at 0.5", '2: {"right":true,"iteration":7}', "1 refused: no"]);
});

test("what is closed is never answered, and what is open when nobody answers is refused", () => {
  const { requests, told, ask, tell } = stage();
  const [first, second] = [ask(), ask()];
  requests.close(first);
  assert.deepEqual(requests.commands, [{ type: "cancel", id: second }]);
  requests.refuseAll();
  tell("answer", { id: first, iteration: 0, result: {} });
  assert.deepEqual(told, ["2 refused: Python has stopped, so this cannot be answered."]);
  assert.deepEqual(requests.commands, []);
});

test("a refusal that blames no field is said at the place that is named", () => {
  assert.deepEqual(new Refusal("why").by("a"), { a: "why" });
  assert.deepEqual(new Refusal("why", { b: "wrong" }).by("a"), { b: "wrong" });
});
