// @ts-check
/**
 * What a link holds, as #hidden=8&at=4321&pin=75,53: settings (defaults left out), the iteration,
 * the pinned sum, or a trained network (net=binadd1...) in place of the settings. Settings are kept
 * as they are written; Python checks them like typed ones.
 *
 * @typedef {import("./settings.js").Texts} Texts
 * @typedef {import("./messages.js").Settings} Settings
 * @typedef {import("./messages.js").Limit} Limit
 * @typedef {import("./shared.js").Operands} Operands
 *
 * @typedef {Object} Link
 * @property {Partial<Texts>} settings
 * @property {string} net  empty: none
 * @property {number} at  the iteration to go to, 0: none
 * @property {Operands | null} pinned
 */

import { textOf } from "./setting-text.js";
import { NAMES } from "./settings.js";

/**
 * @param {string} hash
 * @returns {Link}
 */
export function readHash(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const named = NAMES.filter((name) => given.has(name));
  const at = /^\d{1,8}$/.exec(given.get("at") ?? "");
  const pin = /^(\d{1,308}),(\d{1,308})$/.exec(given.get("pin") ?? "");
  return {
    settings: Object.fromEntries(named.map((name) => [name, given.get(name) ?? ""])),
    net: given.get("net") ?? "",
    at: at ? Number(at[0]) : 0,
    pinned: pin ? { a: BigInt(pin[1]), b: BigInt(pin[2]) } : null,
  };
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
 * @param {Link} link
 * @param {Record<string, Limit>} limits
 * @returns {Texts}
 */
export function allSettings({ settings }, limits) {
  const texts = NAMES.map((name) => [name, settings[name] ?? textOf(limits[name].initial)]);
  return /** @type {Texts} */ (Object.fromEntries(texts));
}
