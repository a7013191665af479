// @ts-check
/**
 * What is going on, and what to do next, in one or two sentences; every figure in them is measured,
 * and is told of the iteration at which it was.
 *
 * @typedef {import("../sum/sentence.js").State} State
 * @typedef {import("../../runtime/messages.js").Measurement} Measurement
 * @typedef {Object} Standing  Where the run stands, and with which network.
 * @property {State} state
 * @property {number} iteration
 * @property {boolean} watched  does training go at the pace that is for watching?
 * @property {Measurement | null} newest  of the network in training, at most as old as `iteration`
 * @property {boolean} saved  did the run begin with a saved network, from a file or a link?
 * @property {number} batch  sums an update
 * @property {number} more  iterations that Train does
 * @property {string} change  what is done to the network that is asked, or nothing
 * @property {import("../../runtime/messages.js").Accuracy | null} changed  how that one does, once it is known
 */

import { count, percent, plural } from "../../drawing/format.js";

const SOME = 0.02; // of all sums right: the network is no longer only guessing
const MOST = 0.9;

/** @type {Record<State, (standing: Standing) => string>} */
const TELL = {
  loading: () =>
    "Two numbers go in from the right, bit by bit. A carry must travel to the left, and only the " +
    "network’s memory can take it there.",
  ready: (standing) => resting(standing, "Press Train, and it goes on learning."),
  running: (standing) => learning(standing),
  paused: (standing) => resting(standing, `Train goes on; Step takes ${sums(standing)}.`),
  finished: (standing) => resting(standing, "Train goes on for as many iterations again."),
  failed: () => "Nothing can be trained here: the reason stands below.",
};

/** @param {Standing} standing */
export function guideFor(standing) {
  const isThere = !["loading", "failed"].includes(standing.state);
  const tell = standing.change && isThere ? withChange : TELL[standing.state];
  return tell(standing).replaceAll(" %", "\u00a0%");
}

/** @param {Standing} standing */
function learning({ newest, iteration, watched, batch }) {
  const share = newest?.exact ?? 0;
  if (watched && !newest?.iteration) return oneByOne(batch);
  if (share === 1) return `${allRight(newest)}. It has learnt to carry, and nobody told it how.`;
  if (share > MOST) return `Nearly every sum is right. ${byCarry(newest)}`;
  if (share > SOME)
    return `Now it learns to carry${watched ? ", slower again" : ""}. ${byCarry(newest)}`;
  return (
    `Hardly any sum is right after ${plural(newest?.iteration ?? iteration, "sum")}. Watch the error ` +
    "first: it falls before whole sums come out right."
  );
}

/** The first examples at the pace for watching. @param {number} batch */
const oneByOne = (batch) =>
  `Slowly at first, then faster: it guesses ${batch > 1 ? plural(batch, "sum") : "a sum"}, is told the truth, and ` +
  "moves every weight a little, so that it would have been less wrong.";

/**
 * @param {Standing} standing
 * @param {string} next  what to do if not all is learnt
 */
function resting(standing, next) {
  const { iteration, newest, saved, more } = standing;
  const advice = more ? next : `Its settings ask for no iterations; Step takes ${sums(standing)}.`;
  if (!iteration && !saved) return beginning(standing, advice);
  if (!newest)
    return `It stands at iteration ${count(iteration)}; its sums are being tried. ${advice}`;
  if (newest.exact < 1) return `${trained(newest)} ${rightOf(newest)}. ${advice}`;
  return (
    `${allRight(newest)} ${trained(newest).toLowerCase()}. Cut out its memory in the ` +
    "Memory room, or see in Proof whether it is right for numbers of any length."
  );
}

/**
 * @param {Standing} standing
 * @param {string} advice
 */
function beginning(standing, advice) {
  const start = `Its weights are random, so it guesses: ${rightOf(standing.newest)}.`;
  if (!standing.more) return `${start} ${advice}`;
  return `${start} Press Train, and it corrects itself a little after every ${sums(standing, true)}.`;
}

/** Training goes on with the true network, but another one is asked. @param {Standing} standing */
function withChange({ change, changed, newest }) {
  const now = changed ? `${percent(changed.exact)} of all sums right` : "its sums are being tried";
  const before = newest ? `, ${percent(newest.exact)}` : "";
  return `The network ${change} answers: ${now}; training goes on with the true one${before}.`;
}

/** The sums of one update. @param {Standing} standing @param {boolean} [each] */
function sums({ batch }, each = false) {
  if (batch > 1) return plural(batch, "sum");
  return each ? "sum" : "one sum";
}

/** @param {Measurement} newest */
const trained = ({ iteration }) =>
  iteration ? `After ${plural(iteration, "iteration")}` : "Before any iteration";

/** @param {Measurement | null} newest */
const allRight = (newest) => (newest?.all ? "Every sum is right" : "Every sum tried is right");

/** @param {import("../../runtime/messages.js").Accuracy | null} newest */
function rightOf(newest) {
  if (!newest) return "no sum is tried yet";
  const all = newest.all ? "all sums" : `the ${plural(newest.pairs, "sum")} tried`;
  return `${percent(newest.exact)} of ${all} come out right`;
}

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
