// @ts-check
/** What somebody has changed in a text, as lines that went and lines that came. */

/**
 * @param {string} ours
 * @param {string} theirs
 * @returns {{gone: string[], come: string[]}}  in their order, without what stands in both
 */
export function changedLines(ours, theirs) {
  return { gone: beyond(ours, theirs), come: beyond(theirs, ours) };
}

/**
 * The lines that one text has and the other has not, or not as often.
 * @param {string} text
 * @param {string} other
 */
function beyond(text, other) {
  const left = linesOf(other);
  return linesOf(text).filter((line) => {
    const place = left.indexOf(line);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
}

const linesOf = (/** @type {string} */ text) =>
  text
    .split("\n")
    .map((line) => line.trimEnd())
    .filter(Boolean);
