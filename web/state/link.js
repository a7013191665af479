// @ts-check
/**
 * What a link holds, as #hidden=8&at=4321&pin=75,53: settings (defaults left out), the iteration,
 * the pinned sum, or a trained network (net=binadd1...) in place of the settings. Settings are kept
 * as they are written; Python checks them like typed ones. What is not understood is told.
 *
 * @typedef {import("../features/settings/settings-form.js").Texts} Texts
 * @typedef {import("../runtime/messages.js").Settings} Settings
 * @typedef {import("../runtime/messages.js").Limit} Limit
 * @typedef {import("./page-state.js").Operands} Operands
 *
 * @typedef {Object} Link
 * @property {Partial<Texts>} settings
 * @property {string} net  empty: none
 * @property {number} at  the iteration to go to, 0: none
 * @property {Operands | null} pinned
 */

import { count } from "../drawing/format.js";
import { NAMES, textOf } from "./setting-text.js";

export const FURTHEST = 10_000_000; // iterations, as many as a run may be asked for
const WIDEST = 1024; // bits of a pinned number, as of any that the network is asked
const KEYS = [...NAMES, "net", "at", "pin"];
const SHORT = 40; // letters of what is told again

/**
 * @param {string} hash
 * @returns {Link & {problems: string[]}}  a sentence for all that is not understood and left out
 */
export function readHash(hash) {
  const given = new URLSearchParams(straightened(hash.replace(/^#/, "")));
  const at = numberUpTo(FURTHEST, given.get("at"));
  const pinned = pairIn(given.get("pin"));
  const net = given.get("net") ?? "";
  const named = net ? [] : NAMES.filter((name) => given.has(name));
  const problems = [
    ...strangers(given, KEYS),
    ...(at === null
      ? [`${shown("at", given)} must be a whole number from 0 to ${count(FURTHEST)}.`]
      : []),
    ...(pinned === null ? [`${shown("pin", given)} must be two whole numbers, like 75,53.`] : []),
    ...(given.has("net") && !net ? ["“net” is empty."] : []),
    ...NAMES.filter((name) => net && given.has(name)).map(
      (name) => `“${name}” has no effect beside “net”.`,
    ),
  ];
  return {
    settings: Object.fromEntries(named.map((name) => [name, given.get(name) ?? ""])),
    net,
    at: at ?? 0,
    pinned: pinned ?? null,
    problems,
  };
}

/** Undo what mail and chat programs do to a whole link. @param {string} text */
function straightened(text) {
  const plain = text.replaceAll("&amp;", "&");
  if (plain.includes("=") || !/%3d/i.test(plain)) return plain;
  try {
    return decodeURIComponent(plain).replaceAll("&amp;", "&");
  } catch {
    return plain; // it is told as it is
  }
}

/**
 * What stands in an address, but is not known there or has been said before.
 * @param {URLSearchParams} given
 * @param {string[]} known
 */
export function strangers(given, known) {
  const names = [...new Set(given.keys())];
  return names.flatMap((name) => {
    if (!known.includes(name)) return [`“${shortened(name)}” is none of ${known.join(", ")}.`];
    const times = given.getAll(name).length;
    return times > 1 ? [`“${name}” stands there ${times} times; the first counts.`] : [];
  });
}

/** @param {string} name @param {URLSearchParams} given */
const shown = (name, given) => `“${name}=${shortened(given.get(name) ?? "")}”`;

/** @param {string} text */
const shortened = (text) => (text.length > SHORT ? `${text.slice(0, SHORT)}…` : text);

/**
 * @param {number} most
 * @param {string | null} text
 * @returns {number | null | undefined}  null: it is no such number; undefined: there is none
 */
function numberUpTo(most, text) {
  if (text === null) return undefined;
  return /^\d{1,15}$/.test(text) && Number(text) <= most ? Number(text) : null;
}

/**
 * @param {string | null} text
 * @returns {Operands | null | undefined}  as above
 */
function pairIn(text) {
  if (text === null) return undefined;
  const pair = /^(\d{1,309}),(\d{1,309})$/.exec(text);
  if (!pair) return null;
  const [a, b] = [BigInt(pair[1]), BigInt(pair[2])];
  return (a | b) >> BigInt(WIDEST) ? null : { a, b };
}

/**
 * @param {{settings: Settings, limits: Record<string, Limit>}} run
 * @param {Omit<Link, "settings">} rest
 * @returns {string}  without "#"
 */
export function writeHash({ settings, limits }, { net, at, pinned }) {
  const changed = NAMES.filter((name) => settings[name] !== limits[name].initial);
  const parts = net ? [`net=${net}`] : changed.map((name) => `${name}=${textOf(settings[name])}`);
  if (at) parts.push(`at=${at}`);
  if (pinned) parts.push(`pin=${pinned.a},${pinned.b}`);
  return parts.join("&");
}

/**
 * All settings of a link, the defaults in place of those that it leaves out.
 * @param {Pick<Link, "settings">} link
 * @param {Record<string, Limit>} limits
 * @returns {Texts}
 */
export function allSettings({ settings }, limits) {
  const texts = NAMES.map((name) => [name, settings[name] ?? textOf(limits[name].initial)]);
  return /** @type {Texts} */ (Object.fromEntries(texts));
}

/** What an address says of a run but for its iteration. @param {string} hash  without "#" */
export const withoutPlace = (hash) => hash.replace(/(^|&)at=\d+/, "").replace(/^&/, "");
