// @ts-check
/** The quiet notice that a new version of the page is here. */

import { say } from "../../drawing/dom.js";

/**
 * @param {import("../../drawing/root.js").Root} root
 * @param {() => void} load  called when the visitor wants the new version
 */
export function updateNotice(root, load) {
  const notice = root.find("update-notice", HTMLElement);
  const words = root.find("update-words", HTMLElement);
  root.find("update-load", HTMLButtonElement).addEventListener("click", load);
  root.find("update-later", HTMLButtonElement).addEventListener("click", () => {
    notice.hidden = true;
  });
  return {
    /** @param {string} text */
    tell(text) {
      notice.hidden = false;
      requestAnimationFrame(() => say(words, text)); // read aloud only if it changes in plain sight
    },
    /** @param {string} text  what it says now, wherever it stands: it may have been put off */
    mend: (text) => say(words, text),
  };
}
