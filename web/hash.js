// @ts-check
/**
 * The settings in the page's address: #bits=8&hidden=16, defaults left out, so that a link can be
 * sent. Values are kept as they are written; Python checks them like typed ones.
 *
 * @typedef {import("./settings.js").Texts} Texts
 */

import { textOf } from "./setting-text.js";
import { NAMES } from "./settings.js";

/**
 * @param {string} hash
 * @returns {Partial<Texts>}
 */
export function readHash(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  return Object.fromEntries(
    NAMES.filter((name) => given.has(name)).map((name) => [name, given.get(name) ?? ""]),
  );
}

/**
 * @param {import("./messages.js").Settings} settings
 * @param {Record<string, import("./messages.js").Limit>} limits
 */
export function writeHash(settings, limits) {
  const changed = NAMES.filter((name) => settings[name] !== limits[name].initial);
  const text = changed.map((name) => `${name}=${textOf(settings[name])}`).join("&");
  history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
}
