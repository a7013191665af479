// @ts-check
/**
 * What the tutorial's script prints, block after block; follows the newest unless scrolled up.
 * All blocks are remembered, so that a run that goes back and forth shows those of its past.
 */

import { say } from "../dom.js";

const EVERY = 1000; // iterations between two blocks
const SHOWN = 1000; // blocks; of a longer run the newest
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

  output.addEventListener("scroll", () => {
    following = output.scrollHeight - output.scrollTop - output.clientHeight < NEAR;
  });
  copy.addEventListener("click", async () => {
    say(copy, await copyText(output));
    setTimeout(() => say(copy, "Copy"), THANKS);
  });

  function finish() {
    while (output.childNodes.length > SHOWN) output.firstChild?.remove();
    copy.disabled = shown === 0;
    if (following) output.scrollTop = output.scrollHeight;
  }

  return {
    /** @param {number} iteration  at which a run begins */
    clear(iteration) {
      output.replaceChildren();
      [first, blocks, shown, following] = [iteration, [], 0, true];
      finish();
    },
    /** @param {string[]} newest  without line ends */
    append(newest) {
      if (!newest.length) return;
      blocks.splice(shown, newest.length, ...newest);
      shown += newest.length;
      output.append(...newest.slice(-SHOWN).map((block) => `${block}\n`));
      finish();
    },
    /** Show what was printed before an iteration. @param {number} iteration */
    rewind(iteration) {
      shown = Math.ceil(iteration / EVERY) - Math.ceil(first / EVERY);
      const past = blocks.slice(Math.max(0, shown - SHOWN), shown);
      output.replaceChildren(...past.map((block) => `${block}\n`));
      finish();
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
