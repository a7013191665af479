// @ts-check
/**
 * What is wrong with the network in training, and the ways out, above the controls.
 *
 * @typedef {{name: string, act: () => void}} Way
 */

import { byId, make } from "../dom.js";

export function warning() {
  const place = byId("warning", HTMLElement);
  const words = byId("warning-reason", HTMLElement);
  const buttons = byId("warning-ways", HTMLElement);

  function clear() {
    place.hidden = true;
    words.textContent = "";
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
    words.textContent = `${stopped}. ${reason}`;
    buttons.replaceChildren(...[...ways, { name: "Dismiss", act: clear }].map(buttonFor));
  }

  /** @param {Way} way */
  function buttonFor({ name, act }) {
    const button = make("button", "quiet", name);
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }

  return { show, clear };
}
