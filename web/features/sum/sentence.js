// @ts-check
/**
 * The run in words: one sentence beside the grid for every sum it shows, one for every step of slow
 * motion, and now and then an announcement for those who listen to the page.
 *
 * @typedef {"loading" | "ready" | "running" | "paused" | "finished" | "failed"} State
 * @typedef {Object} Told  A sum, and who adds it.
 * @property {number} iteration  how many iterations the network that adds it has done
 * @property {bigint} a
 * @property {bigint} b
 * @property {Float64Array} outputs
 * @property {string} change  what is done to the network, as in "with its memory cut"; or nothing
 */

import { bitOf, isOne, numberIn, wrongBits } from "../../drawing/bits.js";
import { say } from "../../drawing/dom.js";
import { count, percent, plural, whole } from "../../drawing/format.js";

const LONG = 105; // letters; a longer sentence is set smaller, so that its room is enough
const FAMILIAR = 16; // bits; in a wider sum the place of the first wrong one is worth telling
const ANNOUNCE_EVERY = 15_000; // milliseconds between two announcements of a running training

/**
 * @param {Told} sum
 * @param {boolean} [pinned]
 * @returns {string}
 */
export function sentenceOf(sum, pinned = false) {
  const { a, b, outputs } = sum;
  const start = startOf(sum, pinned);
  const says = `the network says ${whole(numberIn(outputs))}, the sum is ${whole(a + b)}`;
  return `${start}: ${says}: ${verdictOf(sum)}`;
}

/** @param {Told} sum */
function verdictOf(sum) {
  const wrong = wrongBits(sum);
  const width = sum.outputs.length;
  if (!wrong.length) return `all ${count(width)} bits right.`;
  const first = width > FAMILIAR ? `, the first at bit ${wrong[0]}` : "";
  return `${count(wrong.length)} of ${plural(width, "bit")} wrong${first}.`;
}

/**
 * @param {Told} sum
 * @param {boolean} pinned
 */
function startOf({ iteration, change }, pinned) {
  const then = iteration ? `after ${plural(iteration, "iteration")}` : "before any training";
  const start = [pinned ? "kept in sight" : "", then, change].filter(Boolean).join(", ");
  return start[0].toUpperCase() + start.slice(1);
}

/**
 * One column in words: "Bit 3: 1 + 0 and a carry of 1 make 10: write 0, carry 1. The network says…"
 * @param {Told} sum
 * @param {number} bit
 */
export function columnOf({ a, b, outputs }, bit) {
  const carried = bitOf(a ^ b ^ (a + b), bit);
  const total = bitOf(a, bit) + bitOf(b, bit) + carried;
  const carry = carried ? " and a carry of 1" : "";
  const task = `${bitOf(a, bit)} + ${bitOf(b, bit)}${carry} make ${total.toString(2)}`;
  const said = isOne(outputs[bit]);
  const verdict = said === (total & 1) ? "" : ", which is wrong";
  const output = outputs[bit].toFixed(2).replace(/^0/, "");
  const rule = `write ${total & 1}, carry ${total >> 1}`;
  return `Bit ${bit}: ${task}: ${rule}. The network says ${said} (${output})${verdict}.`;
}

/** What comes before the first column. @param {Told} sum */
export const openingOf = (sum) =>
  `${startOf(sum, false)}: it reads ${whole(sum.a)} + ${whole(sum.b)}, the lowest bits first.`;

/**
 * What an iteration does.
 * @param {Told & {lesson: {a: number, b: number}}} scene
 */
export function lessonOf({ a, b, outputs, change, lesson }) {
  const learnt = `learns from ${count(lesson.a)} + ${count(lesson.b)}`;
  if (change) return `Now the whole network ${learnt}; then the changed one is asked again.`;
  if (BigInt(lesson.a) !== a || BigInt(lesson.b) !== b) {
    return `Now it ${learnt}; then the sum in sight again.`;
  }
  const error = outputs.reduce((sum, output, bit) => sum + Math.abs(bitOf(a + b, bit) - output), 0);
  return `It is told the sum, was ${error.toFixed(2)} off in all, and moves every weight a little against that error.`;
}

/**
 * @param {Element} sentence
 * @param {Element} announcement  a live region
 */
export function narrator(sentence, announcement) {
  /** @type {State} */
  let spoken = "loading";
  let last = 0;

  /** @param {string} text */
  const tell = (text) => {
    sentence.classList.toggle("long", text.length > LONG);
    say(sentence, text);
  };

  /**
   * Speak when the state changes, and rarely in between.
   * @param {State} state
   * @param {number} iteration
   * @param {import("../../runtime/messages.js").Measurement | null} measured
   */
  function announce(state, iteration, measured) {
    const now = performance.now();
    if (state === spoken && (state !== "running" || now - last < ANNOUNCE_EVERY)) return;
    [spoken, last] = [state, now];
    const after = measured && `after ${plural(measured.iteration, "iteration")}`;
    const share = measured
      ? ` ${percent(measured.exact)} of all sums come out right ${after}.`
      : "";
    say(announcement, `Training is ${state} at iteration ${count(iteration)}.${share}`);
  }

  /** Something comes of what the visitor has just done. @param {string} words */
  const speak = (words) => say(announcement, words);

  return { tell, announce, speak };
}
