// @ts-check
/**
 * What is seen in each beat, in words; every figure in them is computed from this sum.
 *
 * @typedef {import("../../runtime/messages.js").Lesson} Lesson
 * @typedef {import("../../drawing/blame-picture.js").Still} Still
 * @typedef {{output: number | null, change: string}} Told
 *   output: whose blame is followed; change: what is done to the network, or nothing
 */

import { brief, share } from "../../drawing/blame-numbers.js";
import { isLocked } from "../../drawing/blame-miss.js";
import { count, plural } from "../../drawing/format.js";

const SMALL = 0.5; // of all misses together
const RARE =
  "It hardly misses any more: an earlier network has more to learn. Rewind, in Learning.";

/** @type {Record<Still, (lesson: Lesson, output: number | null) => string>} */
const TELL = {
  miss: ({ errors }) => {
    const worst = largest(errors);
    return (
      `From every output to its truth. Bit ${worst} misses most, by ${brief(Math.abs(errors[worst]))}; ` +
      `all together miss by ${brief(total(errors))}. ${total(errors) < SMALL ? RARE : ""}`
    ).trim();
  },
  push: ({ d_output, slopes }) => {
    const locked = slopes.filter(isLocked).length;
    const held = locked
      ? `${count(locked)} of ${count(slopes.length)} are locked: so sure that they can hardly be moved, right or wrong.`
      : "None is locked.";
    const worst = largest(d_output);
    if (!d_output[worst]) return `Nothing is pushed: no output has any slope to move on. ${held}`;
    return (
      `Each miss counts only as much as the sigmoid is steep where the output stands: the box is miss ` +
      `times slope. Bit ${worst} is pushed hardest. ${held}`
    );
  },
  blame: (lesson, output) => (output === null ? allBlame(lesson) : blameOf(lesson, output)),
  sum: ({ whole, outputs }) =>
    `Every column stamps the same weights: the state before it times its blame. The ` +
    `${plural(outputs.length, "stamp")} add up to one gradient, at most ${brief(most(whole.w_hh))} in size. ` +
    "Bit 0 stamps nothing: there is no state before it.",
  far: ({ change }) =>
    `Every weight moves against its derivative, here fifty times too far: really the largest move is ` +
    `${brief(Math.max(...Object.values(change).map(most)))}.`,
  true: ({ lossBefore, lossAfter }) =>
    `The step in its true size. This sum’s error ${compared(lossBefore, lossAfter)}. ` +
    "Learning is nothing but many such steps, each on another sum.",
};

/**
 * @param {Still} still
 * @param {Lesson} lesson
 * @param {Told} told
 */
export function wordsOf(still, lesson, { output, change }) {
  const { a, b, iteration } = lesson;
  const when = iteration ? `after ${plural(iteration, "iteration")}` : "before any training";
  const which = [`${count(Number(a))} + ${count(Number(b))}`, when, change]
    .filter(Boolean)
    .join(", ");
  return `${which}. ${TELL[still](lesson, output)}`;
}

/** @param {Lesson} lesson */
function allBlame({ sizes, reach, later }) {
  const bits = sizes.length;
  if (!most(sizes)) return "No blame anywhere: nothing was pushed.";
  const lowest = `Bit 0 has ${brief(reach[0])} from its own output and ${brief(later[0])} from all later ones.`;
  return (
    "Blame comes in under every output and runs right, against the memory, through the same " +
    `weights. ${bits > 1 ? lowest : ""} Press an output to see its blame alone.`
  );
}

/**
 * @param {Lesson} lesson
 * @param {number} output
 */
function blameOf({ sizes, reach }, output) {
  const bits = sizes.length;
  const given = reach[output * bits + output];
  const arrives = (/** @type {number} */ column) => share(reach[output * bits + column] / given);
  const shares = reach.subarray(output * bits, output * bits + output + 1);
  if (!given) return `Bit ${output} has nobody to blame: it was not pushed.`;
  if (output === 0) return "Bit 0 came first: it has only its own column to blame.";
  const next = `${arrives(output - 1)} of it at bit ${output - 1}`;
  const last = output > 1 ? `, ${arrives(0)} at bit 0` : "";
  if (!reach[output * bits])
    return `The blame for bit ${output} alone goes nowhere but to its own column.`;
  const thins = shares.every((part, column) => column === 0 || part > shares[column - 1]);
  const end = thins ? "Every step back costs some of it." : "It does not only shrink on its way.";
  return `The blame for bit ${output} alone: ${next}${last}. ${end}`;
}

/**
 * Two errors with as many digits as tell them apart.
 * @param {number} before
 * @param {number} after
 */
export function compared(before, after) {
  if (before === after) return `stays at ${Number(before.toPrecision(4))}`;
  let digits = 3;
  while (digits < 15 && before.toPrecision(digits) === after.toPrecision(digits)) digits += 1;
  const [was, is] = [before, after].map((error) => String(Number(error.toPrecision(digits))));
  const way = after < before ? "falls" : "grows: the step is too long for it";
  return after < before ? `${way} from ${was} to ${is}` : `${way}, from ${was} to ${is}`;
}

/** @param {Float64Array} numbers */
const most = (numbers) => numbers.reduce((size, number) => Math.max(size, Math.abs(number)), 0);

/** @param {Float64Array} numbers */
const total = (numbers) => numbers.reduce((sum, number) => sum + Math.abs(number), 0);

/** Where the number that is largest in size stands. @param {Float64Array} numbers */
const largest = (numbers) => numbers.findIndex((number) => Math.abs(number) === most(numbers));
