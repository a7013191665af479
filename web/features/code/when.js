// @ts-check
/**
 * What of the code has been computed when. A sum of T bits is T passes forward, t = 0 to T - 1, then T
 * passes back, t = T - 1 to 0; a position is one of these 2 T.
 *
 * @typedef {import("../../runtime/messages.js").Note} Note
 */

export const OUTSIDE = -1; // of all loops

/**
 * The t of a position, and whether it is on the way back.
 * @param {number} position
 * @param {number} steps  T
 */
export function passOf(position, steps) {
  const back = position >= steps;
  return { t: back ? 2 * steps - 1 - position : position, back };
}

/**
 * The notes of one line that there are at a position: none where it has not been reached yet.
 * @param {Note[]} notes  of the line
 * @param {{name: string, last: number}} within  its function, and the last line of that one's loop;
 *   0: it has none
 * @param {number} position
 * @param {number} steps
 */
export function notesAt(notes, { name, last }, position, steps) {
  const { t, back } = passOf(position, steps);
  if (["loss", "backward", "descend"].includes(name) && !back) return [];
  const inLoop = notes.filter(({ step }) => step === t);
  if (inLoop.length || notes.some(({ step }) => step !== OUTSIDE)) return inLoop;
  const done = name === "backward" ? position === 2 * steps - 1 : position >= steps - 1;
  const after = last > 0 && notes.length > 0 && notes[0].line > last;
  return after && !done ? [] : notes;
}

/**
 * Of the notes of a line the one that is drawn: the largest.
 * @param {Note[]} notes
 */
export function drawn(notes) {
  return notes.reduce(
    (/** @type {Note | null} */ best, note) =>
      best && best.value.length >= note.value.length ? best : note,
    null,
  );
}

/**
 * Which cell of a row of numbers belongs to a pass: those with a number for each step have one.
 * @param {Note} note
 * @param {number} t
 * @param {number} steps
 */
export const cellOf = ({ shape, step }, t, steps) =>
  step === OUTSIDE && shape.length === 1 && shape[0] === steps ? t : -1;
