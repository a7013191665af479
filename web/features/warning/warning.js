// @ts-check
/**
 * What is wrong with the network in training, and the ways out, below the buttons.
 *
 * @typedef {{name: string, act: () => void}} Way
 */

import { byId, make, say } from "../../drawing/dom.js";

export function warning() {
  const place = byId("warning", HTMLElement);
  const words = byId("warning-reason", HTMLElement);
  const buttons = byId("warning-ways", HTMLElement);
  byId("warning-dismiss", HTMLButtonElement).addEventListener("click", () => {
    clear();
    byId("train", HTMLButtonElement).focus();
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
