// @ts-check
/**
 * What is going on, and what to do next, in one or two sentences; every figure in them is measured.
 *
 * @typedef {import("./sentence.js").State} State
 * @typedef {import("../messages.js").Measurement} Measurement
 */

import { percent, plural } from "../format.js";

const SOME = 0.02; // of all sums right: the network is no longer only guessing
const MOST = 0.9;

/** @type {Record<State, (newest: Measurement | null) => string>} */
const TELL = {
  loading: () =>
    "Two numbers go in from the right, bit by bit. A carry must travel to the left, and only the " +
    "network’s memory can take it there.",
  ready: (newest) =>
    `Its weights are random, so it guesses: ${rightOf(newest)}. Press Train, and it corrects ` +
    "itself a little after every sum.",
  running: (newest) => learning(newest),
  paused: (newest) => resting(newest, "Train goes on; Step takes one sum."),
  finished: (newest) => resting(newest, "Train goes on for as many iterations again."),
  failed: () => "Nothing can be trained here: the reason stands below.",
};

/**
 * @param {State} state
 * @param {Measurement | null} newest
 */
export const guideFor = (state, newest) => TELL[state](newest).replaceAll(" %", "\u00a0%");

/** @param {Measurement | null} newest */
function learning(newest) {
  const share = newest?.exact ?? 0;
  if (share === 1) return "Every sum is right. It has learnt to carry, and nobody told it how.";
  if (share > MOST) return `Nearly every sum is right. ${byCarry(newest)}`;
  if (share > SOME) return `Now it learns to carry. ${byCarry(newest)}`;
  return (
    `It is still guessing after ${plural(newest?.iteration ?? 0, "sum")}. Watch the error first: it falls ` +
    "before whole sums come out right."
  );
}

/**
 * @param {Measurement | null} newest
 * @param {string} otherwise  what to do if not all is learnt
 */
function resting(newest, otherwise) {
  const iteration = newest?.iteration ?? 0;
  if (newest?.exact !== 1)
    return `After ${plural(iteration, "iteration")} ${rightOf(newest)}. ${otherwise}`;
  return (
    `Every sum is right after ${plural(iteration, "iteration")}. Ask it a longer one, cut out its ` +
    "memory, or see below whether it is proved right for numbers of any length."
  );
}

/** @param {Measurement | null} newest */
const rightOf = (newest) =>
  newest ? `${percent(newest.exact)} of all sums come out right` : "no sum is tried yet";

/** How the shortest and the longest carry do. @param {Measurement | null} newest */
function byCarry(newest) {
  const shares = [...(newest?.perRipple ?? [])];
  const longest = shares.findLastIndex((share) => !Number.isNaN(share));
  if (longest < 1) return "";
  return (
    `Right without any carry: ${percent(shares[0])}; with one that runs over ` +
    `${plural(longest, "bit")}: ${percent(shares[longest])}.`
  );
}
