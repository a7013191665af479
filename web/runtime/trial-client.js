// @ts-check
/**
 * Tries what a visitor has written in a second worker, made for it and ended with it: the run of the
 * page is untouched. Whatever it does, an event comes of it.
 *
 * @typedef {import("./messages.js").TrialEvent} TrialEvent
 * @typedef {{functions: string, settings: import("./messages.js").Settings, challenge: string}} Asked
 */

import { compiledHere } from "./compiled.js";
import { Watchdog } from "./watchdog.js";

const START = 60_000; // milliseconds that Python may take to be there
const SILENCE = 10_000; // without a word, after that: one long call of NumPy cannot be counted
const ENDLESS =
  "This does not come to an end: it gave no sign of life for 10 seconds, in one long call.";
const NO_START = "Python did not start a second time; perhaps there is too little memory.";

/**
 * @param {Asked} asked
 * @param {(event: TrialEvent) => void} hear  the last is `judged` or `gone`
 * @returns {() => void}  ends it at once; nothing is heard thereafter
 */
export function startTrial(asked, hear) {
  const script = new URL("./trial-worker.mjs", import.meta.url).href;
  const blob = new Blob([`import ${JSON.stringify(script)};`], { type: "text/javascript" });
  const address = URL.createObjectURL(blob);
  const worker = new Worker(address, { type: "module" });
  let began = false;
  const starting = new Watchdog(START, () => end({ type: "gone", reason: NO_START }));
  const working = new Watchdog(SILENCE, () => end({ type: "gone", reason: ENDLESS }));

  function stop() {
    starting.stop();
    working.stop();
    worker.terminate();
    URL.revokeObjectURL(address);
  }

  /** @param {TrialEvent} event */
  function end(event) {
    stop();
    hear(event);
  }

  worker.addEventListener("message", ({ data }) => {
    if (data.type === "ready") return worker.postMessage({ ...asked, compiled: compiledHere });
    if (data.type === "judged" || data.type === "gone") return end(data);
    if (!began) {
      began = true;
      starting.stop();
      working.start();
    }
    working.feed();
    hear(data);
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault(); // told in words
    end({ type: "gone", reason: event.message || NO_START });
  });
  starting.start();
  return stop;
}
