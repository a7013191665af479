// @ts-check
/**
 * What the tutorial's script prints, block after block; follows the newest unless scrolled up.
 * All blocks are remembered, so that a run that goes back and forth shows those of its past.
 */

import { atMost } from "../../drawing/throttle.js";
import { say } from "../../drawing/dom.js";
import { whenSeen } from "../../drawing/when-visible.js";

const EVERY = 1000; // iterations between two blocks
const SHOWN = 1000; // blocks; of a longer run the newest
const WRITTEN_EVERY = 200; // milliseconds
const NEAR = 8; // pixels from the end that still count as the end
const THANKS = 1500; // milliseconds that the button says "Copied"

/**
 * @param {HTMLElement} output
 * @param {HTMLButtonElement} copy
 */
export function log(output, copy) {
  let following = true;
  let first = 0; // iteration at which the run began
  /** @type {string[]} */
  let blocks = []; // of the whole run, as far as it has ever been
  let shown = 0; // how many of them are of the past
  let written = 0; // how many of those stand there, or stood there
  const writeSoon = atMost(WRITTEN_EVERY, write);

  output.addEventListener("scroll", () => {
    following = output.scrollHeight - output.scrollTop - output.clientHeight < NEAR;
  });
  copy.addEventListener("click", async () => {
    write();
    say(copy, await copyText(output));
    setTimeout(() => say(copy, "Copy"), THANKS);
  });

  const goOn = whenSeen(output, () => {
    if (following) output.scrollTop = output.scrollHeight;
  });

  function write() {
    const newest = blocks.slice(Math.max(written, shown - SHOWN), shown);
    written = shown;
    output.append(...newest.map((block) => `${block}\n`));
    finish();
  }

  function finish() {
    while (output.childNodes.length > SHOWN) output.firstChild?.remove();
    copy.disabled = shown === 0;
    goOn();
  }

  return {
    /** @param {number} iteration  at which a run begins */
    clear(iteration) {
      output.replaceChildren();
      [first, blocks, shown, written, following] = [iteration, [], 0, 0, true];
      finish();
    },
    /** @param {string[]} newest  without line ends */
    append(newest) {
      if (!newest.length) return;
      blocks.splice(shown, newest.length, ...newest);
      shown += newest.length;
      writeSoon();
    },
    /** Show what was printed before an iteration. @param {number} iteration */
    rewind(iteration) {
      shown = Math.ceil(iteration / EVERY) - Math.ceil(first / EVERY);
      written = 0;
      output.replaceChildren();
      write();
    },
  };
}

/**
 * Copy the text, or select it so that a key press can copy it; returns what was done.
 * @param {HTMLElement} output
 */
async function copyText(output) {
  try {
    await navigator.clipboard.writeText(output.textContent ?? "");
    return "Copied";
  } catch {
    getSelection()?.selectAllChildren(output);
    return "Selected";
  }
}
