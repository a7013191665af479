// @ts-check
/** Has everything come that stands in the page's head before its modules, and to its end? */

const root = document.documentElement;
const SHEET = "its style sheet";

/** @type {[string, () => unknown][]} each leaves a mark when all of it was read */
const PARTS = [
  [SHEET, () => getComputedStyle(root).getPropertyValue("--whole")], // its last rule
  ["browser-check.js", () => "checked" in root.dataset],
  ["theme.js", () => "theme" in root.dataset],
];

/**
 * The file that a part stands in; without one it is the next of the page's modules.
 * @param {string} part
 */
export const fileOf = (part) => (part === SHEET ? "page.css" : part || "main.js");

/** What is missing or cut short; "" if nothing is. */
export function missingPart() {
  return PARTS.find(([, came]) => !came())?.[0] ?? "";
}
