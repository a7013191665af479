// @ts-check
/** The loading bar: bytes of the big files, how long they take, and the stage that Python's start has reached. */

import { say } from "../../drawing/dom.js";
import { timeLeft } from "./time-left.js";

const STAGES = ["runtime", "interpreter", "packages", "network"];
const SENTENCES = [
  "Fetching Python and NumPy",
  "Starting Python",
  "Unpacking NumPy",
  "Making the network",
];
const BYTES_SHARE = 0.7; // of the bar; the stages share the rest

/**
 * @param {{sentence: Element, bar: HTMLProgressElement, list: Element}} elements
 */
export function bootProgress({ sentence, bar, list }) {
  let stage = 0;
  let [loaded, total] = [0, 0];
  /** @type {{loaded: number, at: number} | null} when the first bytes came; what is kept comes at once */
  let first = null;

  function draw() {
    const bytes = total ? loaded / total : 0;
    bar.value = Math.max(
      bar.value,
      BYTES_SHARE * bytes + (1 - BYTES_SHARE) * (stage / STAGES.length),
    );
    const amount = total && loaded < total ? `: ${amountOf()}` : "";
    say(sentence, (amount ? SENTENCES[0] : SENTENCES[stage]) + amount);
    for (const [place, item] of [...list.children].entries()) {
      item.classList.toggle("done", place < stage);
      if (place === stage) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
    }
  }

  function amountOf() {
    const since = first ?? { loaded, at: performance.now() };
    const seconds = (performance.now() - since.at) / 1000;
    const left = timeLeft(loaded - since.loaded, total - loaded, seconds);
    return `${megabytes(loaded)} of ${megabytes(total)} MB${left && `, ${left}`}`;
  }

  draw();
  return {
    /** @param {string} name  of the stage that begins */
    reach(name) {
      stage = Math.max(stage, STAGES.indexOf(name));
      draw();
    },
    /** @param {import("../../runtime/download.js").Bytes} bytes */
    count(bytes) {
      ({ loaded, total } = bytes);
      first ??= { loaded, at: performance.now() };
      draw();
    },
  };
}

const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(1);
