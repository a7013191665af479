// @ts-check
/** The button that keeps a sum in sight, or lets it go. */

import { byId, say } from "../dom.js";

/** @param {() => void} toggle */
export function pinButton(toggle) {
  const button = byId("pin", HTMLButtonElement);
  button.addEventListener("click", toggle);

  /**
   * @param {boolean} pinned
   * @param {boolean} [possible]
   */
  return (pinned, possible = true) => {
    button.disabled = !possible;
    say(button, pinned ? "Unpin" : "Pin this sum");
  };
}
