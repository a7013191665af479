// @ts-check
/** What becomes of a long carry, in one sentence. */

import { count } from "../../drawing/format.js";

/** @param {import("../../runtime/messages.js").Leak} leak */
export function wordsOf({ outputs, reading, firstWrong, nearest }) {
  const columns = count(outputs.length);
  if (firstWrong < 0) {
    const closest = `the output nearest to one half is ${outputs[nearest].toFixed(2)}, at bit ${nearest}`;
    return `The carry gets through all ${columns} columns; ${closest}.`;
  }
  const [first, next, last] = [reading[0], reading[1], reading[firstWrong - 1]];
  if (firstWrong === 0 || Math.min(first, next) <= 0.5)
    return `Its first wrong bit is bit ${firstWrong}: it has not learnt to carry.`;
  const sunk = `read from all units it was ${first.toFixed(2)} after bit 0 and is ${last.toFixed(2)} before this one`;
  if (last >= first)
    return `It is wrong at bit ${firstWrong}, though not for want of the carry: ${sunk}.`;
  return `It forgets at bit ${firstWrong}: the carry has leaked away; ${sunk}.`;
}
