// @ts-check
/** The story's steps as a row of buttons, and the countdown after which it begins again. */

import { make, say } from "../../drawing/dom.js";

export class Story {
  #buttons;
  #countdown;
  #notice;
  #stay;

  /**
   * @param {{steps: HTMLElement, countdown: HTMLElement, notice: HTMLElement, stay: HTMLButtonElement}} elements
   * @param {string[]} names  of the steps
   * @param {{choose: (step: number) => void, stay: () => void}} actions
   */
  constructor({ steps, countdown, notice, stay }, names, actions) {
    this.#buttons = names.map((name) => make("button", "", name));
    for (const [step, button] of this.#buttons.entries()) {
      button.type = "button";
      button.addEventListener("click", () => actions.choose(step));
      steps.appendChild(make("li")).append(button);
    }
    this.#countdown = countdown;
    this.#notice = notice;
    this.#stay = stay;
    stay.addEventListener("click", actions.stay);
    this.count(null);
  }

  /** @param {boolean} can  can the steps be chosen now? */
  enable(can) {
    for (const button of this.#buttons) button.disabled = !can;
  }

  /** @param {number} step  where the story stands */
  mark(step) {
    for (const [place, button] of this.#buttons.entries()) {
      if (place === step) button.setAttribute("aria-current", "step");
      else button.removeAttribute("aria-current");
    }
  }

  /** @param {number | null} seconds  until it begins again; null: it does not */
  count(seconds) {
    const counts = seconds !== null;
    say(this.#countdown, counts ? `Again in ${seconds} s` : "");
    say(this.#notice, counts ? "The run is finished and will begin again by itself." : "");
    this.#stay.hidden = !counts;
  }
}
