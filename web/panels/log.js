// @ts-check
/** What the tutorial's script prints, block after block; follows the newest unless scrolled up. */

import { say } from "../dom.js";

const KEPT = 1000; // blocks; a longer run drops its oldest
const THANKS = 1500; // milliseconds that the button says "Copied"

/**
 * @param {HTMLElement} output
 * @param {HTMLButtonElement} copy
 */
export function log(output, copy) {
  copy.addEventListener("click", async () => {
    const copied = await navigator.clipboard.writeText(output.textContent ?? "").then(
      () => true,
      () => false,
    );
    if (!copied) getSelection()?.selectAllChildren(output); // so that a key press can copy it
    say(copy, copied ? "Copied" : "Selected");
    setTimeout(() => say(copy, "Copy"), THANKS);
  });

  function clear() {
    output.replaceChildren();
    copy.disabled = true;
  }

  /** @param {string[]} blocks  without line ends */
  function append(blocks) {
    if (!blocks.length) return;
    const below = output.scrollHeight - output.scrollTop - output.clientHeight;
    output.append(...blocks.slice(-KEPT).map((block) => `${block}\n`));
    while (output.childNodes.length > KEPT) output.firstChild?.remove();
    copy.disabled = false;
    if (below < 8) output.scrollTop = output.scrollHeight;
  }

  return { clear, append };
}
