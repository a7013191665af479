// @ts-check
/**
 * What is wrong with the network in training, and the ways out, below the buttons.
 *
 * @typedef {{name: string, act: () => void}} Way
 */

import { make, say } from "../../drawing/dom.js";

/**
 * @param {import("../../drawing/root.js").Root} root
 * @param {() => void} dismissed  called when the button that was pressed has gone
 */
export function warning(root, dismissed) {
  const place = root.find("warning", HTMLElement);
  const words = root.find("warning-reason", HTMLElement);
  const buttons = root.find("warning-ways", HTMLElement);
  root.find("warning-dismiss", HTMLButtonElement).addEventListener("click", () => {
    clear();
    dismissed();
  });

  function clear() {
    place.hidden = true;
    say(words, "");
    buttons.replaceChildren();
  }

  /**
   * @param {{iteration: string, fatal: boolean, reason: string}} finding
   * @param {Way[]} ways
   */
  function show({ iteration, fatal, reason }, ways) {
    place.hidden = false;
    place.classList.toggle("fatal", fatal);
    const stopped = fatal ? `Training stopped at iteration ${iteration}` : `Iteration ${iteration}`;
    say(words, `${stopped}. ${reason}`);
    buttons.replaceChildren(...ways.map(buttonFor));
  }

  /** @param {string} refusal  in place of a finding */
  function refuse(refusal) {
    place.hidden = false;
    place.classList.remove("fatal");
    say(words, refusal);
    buttons.replaceChildren();
  }

  /** @param {Way} way */
  function buttonFor({ name, act }) {
    const button = make("button", "quiet", name);
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }

  return { show, refuse, clear };
}
