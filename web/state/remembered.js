// @ts-check
/**
 * What a reload would lose: where the run stands to the very iteration, and a network that came
 * from a file. This tab alone holds it, until it is closed; another visit begins afresh.
 *
 * @typedef {Object} Remembered
 * @property {string} run  what the address says of it, but for the iteration
 * @property {number} at
 * @property {Uint8Array | null} file
 */

const KEY = "binadd-run";

/** @param {Remembered} stand */
export function remember({ run, at, file }) {
  const characters = file && Array.from(file, (byte) => String.fromCharCode(byte)).join("");
  const content = { run, at, file: characters && btoa(characters) };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(content));
  } catch {} // no storage here, or no room in it: the address still holds most of it
}

/** @returns {Remembered | null}  null: this is no reload, or nothing is remembered */
export function recall() {
  const [way] = performance.getEntriesByType("navigation");
  if (/** @type {PerformanceNavigationTiming} */ (way)?.type === "navigate") return null;
  try {
    const { run, at, file } = JSON.parse(sessionStorage.getItem(KEY) ?? "");
    const bytes = file && Uint8Array.from(atob(file), (character) => character.charCodeAt(0));
    if (typeof run !== "string" || !Number.isSafeInteger(at) || at < 0) return null;
    return { run, at, file: bytes || null };
  } catch {
    return null; // none, or not of ours
  }
}

/** The page is left, or put aside: it may not come back. @param {() => void} act */
export function whenLeaving(act) {
  addEventListener("pagehide", act);
  document.addEventListener("visibilitychange", () => document.hidden && act());
}
