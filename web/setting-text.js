// @ts-check
/** A setting as it is written in the form and in the address, and back. */

/** @param {number | boolean} value */
export function textOf(value) {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}

/**
 * Does a text that was typed mean that value?
 * @param {string} text
 * @param {number | boolean} value
 */
export function isSame(text, value) {
  if (typeof value === "boolean") return text.trim() === textOf(value);
  return text.trim() !== "" && Number(text) === value;
}

/**
 * All of a run's settings as texts, by name.
 * @param {import("./messages.js").Settings} settings
 * @returns {import("./settings.js").Texts}
 */
export function textsOf(settings) {
  const texts = Object.entries(settings).map(([name, value]) => [name, textOf(value)]);
  return /** @type {import("./settings.js").Texts} */ (Object.fromEntries(texts));
}
