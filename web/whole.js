// @ts-check
/** Has everything come that stands in the page's head before its modules, and to its end? */

const root = document.documentElement;

/** @type {[string, () => unknown][]} each leaves a mark when all of it was read */
const PARTS = [
  ["its style sheet", () => getComputedStyle(root).getPropertyValue("--whole")], // print.css
  ["browser.js", () => "checked" in root.dataset],
  ["theme.js", () => "theme" in root.dataset],
];

/** What is missing or cut short; "" if nothing is. */
export function missingPart() {
  return PARTS.find(([, came]) => !came())?.[0] ?? "";
}
