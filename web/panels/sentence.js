// @ts-check
/**
 * The run in words: one sentence beside the grid for every example it shows, and now and then an
 * announcement for those who listen to the page.
 *
 * @typedef {import("../messages.js").Example} Example
 * @typedef {"loading" | "ready" | "running" | "paused" | "finished" | "failed"} State
 */

import { bitOf, isOne, numberIn } from "../bits.js";
import { say } from "../dom.js";
import { count, percent, plural } from "../format.js";

const ANNOUNCE_EVERY = 15_000; // milliseconds between two announcements of a running training

/**
 * @param {Example} example
 * @returns {string}
 */
export function sentenceOf({ iteration, a, b, outputs }) {
  const sum = a + b;
  const wrong = outputs.filter((output, bit) => isOne(output) !== bitOf(sum, bit)).length;
  const verdict = wrong
    ? `${wrong} of ${plural(outputs.length, "bit")} wrong.`
    : `all ${outputs.length} bits right.`;
  const start = iteration ? `Iteration ${count(iteration)}` : "Before any training";
  return `${start}: the network says ${count(numberIn(outputs))}, the sum is ${count(sum)}: ${verdict}`;
}

/**
 * @param {Element} sentence
 * @param {Element} announcement  a live region
 */
export function narrator(sentence, announcement) {
  /** @type {State} */
  let spoken = "loading";
  let last = 0;

  /** @param {Example} example */
  const tell = (example) => say(sentence, sentenceOf(example));

  /**
   * Speak when the state changes, and rarely in between.
   * @param {State} state
   * @param {number} iteration
   * @param {number | undefined} exact
   */
  function announce(state, iteration, exact) {
    const now = performance.now();
    if (state === spoken && (state !== "running" || now - last < ANNOUNCE_EVERY)) return;
    [spoken, last] = [state, now];
    const share = exact === undefined ? "" : ` ${percent(exact)} of all sums come out right.`;
    say(announcement, `Training is ${state} at iteration ${count(iteration)}.${share}`);
  }

  return { tell, announce };
}
