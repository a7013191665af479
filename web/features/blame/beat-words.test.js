import assert from "node:assert/strict";
import { test } from "node:test";
import { TIMES } from "../../drawing/blame-step.js";
import { compared, wordsOf } from "./beat-words.js";

const two = (/** @type {number[]} */ ...numbers) => Float64Array.from(numbers);
const weights = () => ({ w_xh: two(0, 0), w_hh: two(-3), w_hy: two(1), b_h: two(0), b_y: two(0) });

/** Of two bits; what is asked of it is what matters. */
const LESSON = /** @type {import("../../runtime/messages.js").Lesson} */ (
  /** @type {unknown} */ ({
    ...{ a: "1", b: "1", iteration: 1_000 },
    ...{ outputs: two(0.7, 0.99), errors: two(0.7, -0.01), slopes: two(0.21, 0.0099) },
    ...{ d_output: two(0.147, -0.0001), sizes: two(0.5, 0.4), later: two(0.1, 0) },
    ...{ reach: two(0.45, 0, 0.1, 0.4), whole: weights(), change: weights() },
    ...{ lossBefore: 0.25, lossAfter: 0.2 },
  })
);
const ALL = { output: null, change: "" };

test("every beat says of which sum and which network it is", () => {
  for (const still of /** @type {const} */ (["miss", "push", "blame", "sum", "far", "true"])) {
    assert.match(wordsOf(still, LESSON, ALL), /^1 \+ 1, after 1,000 iterations\. /);
  }
  const cut = { output: null, change: "with its memory cut" };
  assert.match(
    wordsOf("miss", { ...LESSON, iteration: 0 }, cut),
    /before any training, with its memory cut\./,
  );
});

test("the beats name what stands out", () => {
  assert.match(
    wordsOf("miss", LESSON, ALL),
    /Bit 0 misses most, by \.70; all together miss by \.71\.$/,
  );
  assert.match(wordsOf("push", LESSON, ALL), /Bit 0 is pushed hardest\. 1 of 2 are locked/);
  assert.match(
    wordsOf("blame", LESSON, ALL),
    /Bit 0 has \.45 from its own output and \.10 from all/,
  );
  assert.match(wordsOf("sum", LESSON, ALL), /The 2 stamps add up .* at most 3\.0 in size/);
  assert.equal(TIMES, 50);
  assert.match(wordsOf("far", LESSON, ALL), /fifty times too far/);
  assert.match(wordsOf("far", LESSON, ALL), /really the largest move is 3\.0\.$/);
  assert.match(wordsOf("true", LESSON, ALL), /error falls from 0\.25 to 0\.2\./);
});

test("the blame of one output is followed to its end, and to nowhere if it goes nowhere", () => {
  const of = (/** @type {number} */ output) => ({ output, change: "" });
  assert.match(
    wordsOf("blame", LESSON, of(1)),
    /for bit 1 alone: \.25 of it at bit 0\. Every step back costs/,
  );
  assert.match(wordsOf("blame", LESSON, of(0)), /Bit 0 came first/);
  const cut = { ...LESSON, reach: two(0.45, 0, 0, 0.4) };
  assert.match(wordsOf("blame", cut, of(1)), /goes nowhere but to its own column\.$/);
  const grows = { ...LESSON, reach: two(0.45, 0, 0.6, 0.4) };
  assert.match(wordsOf("blame", grows, of(1)), /1\.5 of it at bit 0\. It does not only shrink/);
});

test("a network that hardly misses, and one that is not pushed at all, are told as such", () => {
  const right = { ...LESSON, errors: two(0.001, -0.01) };
  assert.match(wordsOf("miss", right, ALL), /It hardly misses any more/);
  const stuck = {
    ...LESSON,
    d_output: two(0, 0),
    slopes: two(0, 0),
    sizes: two(0, 0),
    reach: two(0, 0, 0, 0),
  };
  assert.match(wordsOf("push", stuck, ALL), /Nothing is pushed.* 2 of 2 are locked/);
  assert.match(wordsOf("blame", stuck, ALL), /No blame anywhere/);
  assert.match(wordsOf("blame", stuck, { output: 1, change: "" }), /nobody to blame/);
});

test("two errors are told with as many digits as tell them apart, whichever is larger", () => {
  assert.equal(compared(0.016912, 0.016911), "falls from 0.016912 to 0.016911");
  assert.equal(compared(0.5, 0.4), "falls from 0.5 to 0.4");
  assert.equal(compared(0.4, 0.5), "grows: the step is too long for it, from 0.4 to 0.5");
  assert.equal(compared(0.25, 0.25), "stays at 0.25");
});
