import assert from "node:assert/strict";
import { test } from "node:test";
import { changedLines } from "./changed-lines.js";

test("what was changed are the lines that went and those that came, in their order", () => {
  assert.deepEqual(changedLines("a\nb\nc\n", "a\n  d\nc\ne"), { gone: ["b"], come: ["  d", "e"] });
});

test("a line that stands more often than before has come once", () => {
  assert.deepEqual(changedLines("a\nb", "a\na\nb\n\n"), { gone: [], come: ["a"] });
});

test("blank lines and spaces at the end of a line are no change", () => {
  assert.deepEqual(changedLines("a\n\nb", "a  \nb\n"), { gone: [], come: [] });
});
