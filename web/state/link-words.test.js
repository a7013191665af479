import assert from "node:assert/strict";
import { test } from "node:test";
import { problemsInQuery, tooEarly } from "./link-words.js";

test("a place that there is not is told with those that there are", () => {
  assert.deepEqual(problemsInQuery("?view=lab&room=proof", 4), []);
  assert.deepEqual(problemsInQuery("?utm_source=mail&chapter=2", 4), []);
  assert.deepEqual(problemsInQuery("?chapter=5", 4), ["“chapter=5” is none of 1, 2, 3, 4."]);
  assert.deepEqual(problemsInQuery("?chapter=5", 5), []);
  const [room] = problemsInQuery("?room=cellar", 4);
  assert.equal(room, "“room=cellar” is none of learning, memory, proof, experiments.");
  assert.match(
    problemsInQuery("?view=cod", 4).join(" "),
    /“view=cod” is none of story, lab, code\./,
  );
});

test("on a stage and in a frame there are no rooms, and that is told", () => {
  assert.deepEqual(problemsInQuery("?stage&room=memory", 4), [
    "“room” has no effect beside “stage”.",
  ]);
  assert.match(problemsInQuery("?stage&embed=grid", 4).join(" "), /“embed” has no effect/);
});

test("a link to a moment before its own network is told with both", () => {
  assert.equal(tooEarly(0, 30), "");
  assert.equal(tooEarly(40, 30), "");
  assert.match(tooEarly(20, 3_000), /“at=20” lies before iteration 3,000/);
});
