// @ts-check
/** What is kept in this browser: the visitor's text, and which challenges they have solved. */

const [TEXT, SOLVED] = ["own-code", "challenges-solved"];

/** @param {string} name */
function read(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null; // no storage here
  }
}

/**
 * @param {string} name
 * @param {string | null} value
 */
function write(name, value) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {} // no storage here, or no room: it lasts as long as the page
}

/** The text of before; null: ours. */
export const keptText = () => read(TEXT);

/** @param {string | null} text */
export const keepText = (text) => write(TEXT, text);

/** @returns {Set<string>} */
export const solved = () => new Set((read(SOLVED) ?? "").split(" ").filter(Boolean));

/** @param {string} name */
export const solve = (name) => write(SOLVED, [...solved().add(name)].join(" "));
