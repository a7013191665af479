// @ts-check
/**
 * The slider under the error trace: drag it to bring back any iteration where the run has been.
 * It spans what the trace shows.
 *
 * @typedef {import("./error-trace.js").Extent} Extent
 */

import { byId, say } from "../dom.js";
import { count, sentence } from "../format.js";

const BATCH = 128; // the largest; a run comes back at the end of the batch that was asked for
const GREYED = "grey: done before";
const EVERY = 200; // milliseconds between two rewinds while dragging; the last is always asked for

/** @param {(iteration: number) => void} rewind */
export function rewinder(rewind) {
  const slider = byId("rewind", HTMLInputElement);
  const value = byId("rewind-value", HTMLElement);
  const note = byId("rewind-note", HTMLElement);
  /** @type {Extent} */
  let extent = { first: 0, now: 0, furthest: 0 };
  /** @type {number | undefined} */
  let wanted; // the iteration that was asked for and has not come yet
  let asked = 0; // when the last one was asked for
  let timer = 0;

  slider.addEventListener("input", () => {
    wanted = Math.min(Math.max(slider.valueAsNumber, extent.first), extent.furthest);
    show();
    clearTimeout(timer);
    timer = setTimeout(ask, asked + EVERY - performance.now());
  });

  function ask() {
    if (wanted === undefined) return;
    asked = performance.now();
    rewind(wanted);
  }

  function show() {
    const at = wanted ?? extent.now;
    slider.disabled = extent.furthest === extent.first;
    slider.value = String(at);
    slider.ariaValueText = `iteration ${count(at)}`;
    say(value, count(at));
  }

  /** @param {Extent} newest */
  function stand(newest) {
    extent = newest;
    show();
    say(note, extent.now < extent.furthest ? GREYED : "");
  }

  return {
    stand,
    /** @param {Extent} newest  of the run that begins */
    begin(newest) {
      clearTimeout(timer);
      wanted = undefined;
      stand(newest);
    },
    /** The slider begins and ends where the trace does. @type {(from: number, to: number) => void} */
    fit(from, to) {
      slider.min = String(from);
      slider.max = String(to);
      show();
    },
    /** @param {Extent} newest  the run stands where it was asked to */
    arrive(newest) {
      const past = newest.now - (wanted ?? newest.now);
      if (past >= 0 && past < BATCH) wanted = undefined; // else an earlier answer of the same drag
      stand(newest);
    },
    /**
     * @param {string} message
     * @param {Extent} newest
     */
    refuse(message, newest) {
      wanted = undefined;
      stand(newest);
      say(note, sentence(message));
    },
  };
}
