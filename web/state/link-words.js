// @ts-check
/** What of the page's address was not understood, in sentences, and what was taken of it. */

import { count } from "../drawing/format.js";
import { strangers } from "./link.js";

const VIEWS = ["embed", "stage", "view", "room", "chapter", "code"]; // of choose-view.js; and a visitor's text
const CHOICES = {
  // and what each of them may be
  view: ["story", "lab", "code"],
  room: ["learning", "memory", "proof", "experiments"],
};
const TRACKING = /^(utm_.*|.*clid|mc_[ce]id|igshid|ref|si)$/; // what others put on every link

/**
 * @param {string} search  what stands behind "?"
 * @param {number} chapters  how many the Story has
 * @returns {string[]}
 */
export function problemsInQuery(search, chapters) {
  const chapter = Array.from({ length: chapters }, (_, place) => String(place + 1));
  const choicesOf = Object.entries({ ...CHOICES, chapter });
  const given = new URLSearchParams(search);
  for (const name of [...given.keys()]) if (TRACKING.test(name)) given.delete(name);
  const problems = strangers(given, VIEWS);
  const apart = ["embed", "stage"].find((name) => given.has(name));
  for (const [name] of choicesOf)
    if (apart && given.has(name) && !(apart === "stage" && name === "chapter"))
      problems.push(`“${name}” has no effect beside “${apart}”.`);
  if (given.get("stage")) problems.push("“stage” takes no value; it is shown all the same.");
  if (given.has("stage") && given.has("embed"))
    problems.push("“embed” has no effect beside “stage”.");
  for (const [name, choices] of choicesOf) {
    const value = given.get(name);
    if (value !== null && !choices.includes(value))
      problems.push(`“${name}=${value}” is none of ${choices.join(", ")}.`);
  }
  return problems;
}

/**
 * What is to be said of a link to a moment before its own network.
 * @param {number} at  0: none is asked for
 * @param {number} iteration  where the network stands
 */
export const tooEarly = (at, iteration) =>
  at && at < iteration
    ? `“at=${at}” lies before iteration ${count(iteration)}, where its network stands.`
    : "";

/**
 * @param {import("./link.js").Link & {problems: string[]}} link
 * @param {string[]} others  problems elsewhere in the address
 * @param {boolean} opens  can what was understood be opened?
 * @returns {string}  empty: all of it is understood
 */
export function linkWords({ settings, net, at, pinned, problems }, others, opens) {
  if (!problems.length && !others.length) return "";
  const taken = [
    ...Object.entries(settings).map(([name, text]) => `${name}=${text}`),
    ...(net ? ["the network"] : []),
    ...(at ? [`at=${at}`] : []),
    ...(pinned ? [`pin=${pinned.a},${pinned.b}`] : []),
  ];
  const rest = taken.length ? `Taken was: ${taken.join(", ")}.` : "Nothing of it was taken.";
  const told = ["Not all of this link is understood.", ...others, ...problems];
  return [...told, ...(opens && problems.length ? [rest] : [])].join(" ");
}
