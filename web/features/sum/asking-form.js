// @ts-check
/** Fields for a sum of the visitor's own, which stays in sight, and a button that lets it go again. */

import { say } from "../../drawing/dom.js";
import { fieldError } from "../../drawing/field-error.js";

export class AskingForm {
  #first;
  #second;
  #add;
  #pin;

  /**
   * @param {import("../../drawing/root.js").Root} root
   * @param {{toggle: () => void, ask: (first: string, second: string) => void}} actions
   */
  constructor(root, { toggle, ask }) {
    this.#first = root.find("first", HTMLInputElement);
    this.#second = root.find("second", HTMLInputElement);
    this.#add = root.find("add", HTMLButtonElement);
    this.#pin = root.find("pin", HTMLButtonElement);
    this.#pin.addEventListener("click", toggle);
    root.find("adder-form", HTMLFormElement).addEventListener("submit", (event) => {
      event.preventDefault();
      if (!this.#add.disabled) ask(this.#first.value, this.#second.value);
    });
  }

  /** @param {boolean} kept  does one sum stay in sight? */
  show(kept) {
    say(this.#pin, kept ? "Let go" : "Keep this");
  }

  /** @param {boolean} possible  is there a network to ask? */
  enable(possible) {
    this.#add.disabled = this.#pin.disabled = !possible;
  }

  /** @param {import("../../state/page-state.js").Summands} summands  chosen elsewhere */
  fill({ first, second }) {
    this.#first.value = first;
    this.#second.value = second;
  }

  /** Have a number of one's own typed in the place of the first. */
  select() {
    this.#first.focus(); // where nothing is selected, it is not told to be
    this.#first.select();
  }

  /** @param {{first?: string, second?: string}} messages  what is wrong with the numbers */
  tell({ first = "", second = "" }) {
    fieldError(this.#first, first);
    fieldError(this.#second, second);
  }

  /** @param {import("../../runtime/refusal.js").Refusal} refusal */
  refuse(refusal) {
    this.tell(refusal.by("first"));
    const { first, second } = refusal.fields;
    if (first || second) (first ? this.#first : this.#second).focus();
  }
}
