// @ts-check
/** A setting as it is written in the form and in the address, and back. */

/** @type {import("../runtime/messages.js").SettingName[]} */
export const NAMES = ["bits", "hidden", "alpha", "iterations", "seed", "biases", "batch"];

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
  const plain = plainNumber(text);
  return plain !== "" && Number(plain) === value;
}

/**
 * Do the texts in a form ask for other settings than these?
 * @param {import("../features/settings/settings-form.js").Texts} texts
 * @param {import("../runtime/messages.js").Settings} settings
 */
export function differ(texts, settings) {
  const names = /** @type {(keyof typeof texts)[]} */ (Object.keys(texts));
  return names.some((name) => !isSame(texts[name], settings[name]));
}

/**
 * Are two forms filled in with the same texts?
 * @param {import("../features/settings/settings-form.js").Texts} one
 * @param {import("../features/settings/settings-form.js").Texts} other
 */
export function isSameText(one, other) {
  const names = /** @type {(keyof typeof one)[]} */ (Object.keys(one));
  return names.every((name) => one[name] === other[name]);
}

/**
 * A number that Python has understood, or may, without what sets its digits apart and in ASCII, as
 * numerals.py reads it: "10,000", "10 000" and "１００００" are 10000.
 * @param {string} text
 */
export function plainNumber(text) {
  const ascii = text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace("−", "-")
    .trim();
  return ascii.replace(/(?<=[\da-f])[\s,_'’](?=[\da-f]{3})|_/gi, "");
}

/**
 * All of a run's settings as texts, by name.
 * @param {import("../runtime/messages.js").Settings} settings
 * @returns {import("../features/settings/settings-form.js").Texts}
 */
export function textsOf(settings) {
  const texts = Object.entries(settings).map(([name, value]) => [name, textOf(value)]);
  return /** @type {import("../features/settings/settings-form.js").Texts} */ (
    Object.fromEntries(texts)
  );
}
