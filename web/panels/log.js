// @ts-check
/** What the tutorial's script prints, block after block; follows the newest unless scrolled up. */

import { say } from "../dom.js";

const KEPT = 1000; // blocks; a longer run drops its oldest
const NEAR = 8; // pixels from the end that still count as the end
const THANKS = 1500; // milliseconds that the button says "Copied"

/**
 * @param {HTMLElement} output
 * @param {HTMLButtonElement} copy
 */
export function log(output, copy) {
  let following = true;
  output.addEventListener("scroll", () => {
    following = output.scrollHeight - output.scrollTop - output.clientHeight < NEAR;
  });
  copy.addEventListener("click", async () => {
    say(copy, await copyText(output));
    setTimeout(() => say(copy, "Copy"), THANKS);
  });

  return {
    clear() {
      output.replaceChildren();
      copy.disabled = true;
      following = true;
    },
    /** @param {string[]} blocks  without line ends */
    append(blocks) {
      if (!blocks.length) return;
      output.append(...blocks.slice(-KEPT).map((block) => `${block}\n`));
      while (output.childNodes.length > KEPT) output.firstChild?.remove();
      copy.disabled = false;
      if (following) output.scrollTop = output.scrollHeight;
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
