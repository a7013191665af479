// @ts-check
/** How long the rest of a download takes, once there is enough of it to tell from. */

const FIRST = 3; // seconds that it must have gone on for
const LITTLE = 10; // seconds that are not worth a word

/**
 * @param {number} loaded  bytes that have come since it was first looked at
 * @param {number} left  bytes that are to come
 * @param {number} seconds  that it has taken so far
 * @returns {string}  nothing if there is nothing to say
 */
export function timeLeft(loaded, left, seconds) {
  const rest = (left / loaded) * seconds;
  if (seconds < FIRST || !(rest >= LITTLE) || !Number.isFinite(rest)) return "";
  const tens = 10 * Math.round(rest / 10);
  return tens < 90 ? `about ${tens} s` : `about ${Math.round(rest / 60)} min`;
}
