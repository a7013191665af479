// @ts-check
/** How far the run is, how fast it goes, and how many of all sums come out right. */

import { say } from "../../drawing/dom.js";
import { count, percent } from "../../drawing/format.js";

/** @param {import("../../drawing/root.js").Root} root */
export function readouts(root) {
  const iteration = root.find("iteration", HTMLElement);
  const target = root.find("target", HTMLElement);
  const exact = root.find("exact-accuracy", HTMLOutputElement);
  const exactOf = root.find("exact-of", HTMLElement);
  const speed = root.find("speed", HTMLElement);
  const track = root.find("track-fill", HTMLElement);

  let more = 0; // iterations that Train adds to a finished run
  let now = 0; // the iteration that is shown

  /** @param {import("../../runtime/messages.js").Settings} settings  of the run that begins */
  function begin({ iterations }) {
    more = iterations;
  }

  /** @param {import("../../runtime/messages.js").Frame} frame */
  function progress(frame) {
    const finished = frame.state === "finished" && more > 0;
    now = frame.iteration;
    say(iteration, count(now));
    say(target, finished ? `Train adds ${count(more)}` : `of ${count(frame.target)}`);
    say(speed, frame.speed ? count(rounded(frame.speed)) : "–");
    const share = frame.target ? frame.iteration / frame.target : 1;
    track.style.setProperty("--done", String(Math.min(share, 1)));
  }

  /** @param {import("../../runtime/messages.js").Measurement | undefined} newest  undefined: none yet */
  function accuracy(newest) {
    say(exact, newest ? percent(newest.exact) : "–");
    if (!newest) say(exactOf, "not measured yet");
    else if (newest.iteration !== now) say(exactOf, `at iteration ${count(newest.iteration)}`);
    else say(exactOf, `of ${newest.all ? "all" : "a sample of"} ${count(newest.pairs)} sums`);
  }

  return { begin, progress, accuracy };
}

/** Two significant digits: the rest of a speed is noise that would only flicker. */
const rounded = (/** @type {number} */ speed) => Number(speed.toPrecision(2));
