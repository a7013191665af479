// @ts-check
/** What is kept in this browser: the visitor's text, and which challenges they have solved, and how. */

const [TEXT, SOLVED] = ["own-code", "challenges-solved"];
const solutionOf = (/** @type {string} */ name) => `solution-${name}`;

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

/**
 * @param {string} name
 * @param {string} text  that solved it
 */
export function solve(name, text) {
  write(SOLVED, [...solved().add(name)].join(" "));
  write(solutionOf(name), text);
}

/** The text that solved a challenge last; null: it is not known. @param {string} name */
export const solution = (name) => read(solutionOf(name));
