// @ts-check
/** What a visitor has chosen once for all visits. Without storage a choice lasts as long as the page. */

/** @param {string} name */
export function recallChoice(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {string} choice
 */
export function keepChoice(name, choice) {
  try {
    localStorage.setItem(name, choice);
  } catch {}
}
