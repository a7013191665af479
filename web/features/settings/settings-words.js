// @ts-check
/** The settings of a run as one line of words. */

import { count, plural } from "../../drawing/format.js";

/** @param {import("../../runtime/messages.js").Settings} settings */
export function wordsOf({ bits, hidden, alpha, iterations, seed, biases, batch }) {
  const words = [
    plural(bits, "bit"),
    `${plural(hidden, "hidden unit")}${biases ? " with biases" : ""}`,
    `rate ${alpha}`,
    `${plural(iterations, "sum")}${batch > 1 ? `, ${count(batch)} at a time` : ""}`,
    `seed ${seed}`,
  ];
  return words.join(", ");
}
