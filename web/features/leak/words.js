// @ts-check
/** What becomes of a long carry, in one sentence. */

import { count } from "../../drawing/format.js";

/** @param {import("../../runtime/messages.js").Leak} leak */
export function wordsOf({ outputs, reading, firstWrong: wrong, nearest, lost }) {
  if (wrong < 0) {
    const closest = `the output nearest to one half is ${outputs[nearest].toFixed(2)}, at bit ${nearest}`;
    return `The carry gets through all ${count(outputs.length)} columns; ${closest}.`;
  }
  if (wrong === 0) return "Bit 0 is wrong already: it has not learnt to add.";
  if (lost >= 0 && lost < wrong) {
    return `The carry is lost at bit ${lost}, the first wrong bit is bit ${wrong}: it has not learnt to carry.`;
  }
  const [first, last] = [reading[0], reading[wrong - 1]].map((carry) => carry.toFixed(2));
  const sunk = `read from all units it was ${first} after bit 0 and is ${last} before this one`;
  if (last >= first)
    return `It is wrong at bit ${wrong}, though not for want of the carry: ${sunk}.`;
  return `It forgets at bit ${wrong}: the carry has leaked away; ${sunk}.`;
}
