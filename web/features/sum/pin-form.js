// @ts-check
/** What keeps a sum in sight, or lets it go: a button for the sum that is shown, fields for any. */

import { say } from "../../drawing/dom.js";
import { fieldError } from "../../drawing/field-error.js";

export class PinPanel {
  #button;
  #first;
  #second;
  #these;

  /**
   * @param {import("../../drawing/root.js").Root} root
   * @param {{toggle: () => void, ask: (first: string, second: string) => void}} actions
   */
  constructor(root, { toggle, ask }) {
    this.#button = root.find("pin", HTMLButtonElement);
    this.#first = root.find("pin-first", HTMLInputElement);
    this.#second = root.find("pin-second", HTMLInputElement);
    this.#these = root.find("pin-these", HTMLButtonElement);
    this.#button.addEventListener("click", toggle);
    root.find("pin-form", HTMLFormElement).addEventListener("submit", (event) => {
      event.preventDefault();
      if (!this.#these.disabled) ask(this.#first.value, this.#second.value);
    });
  }

  /** @param {boolean} pinned */
  show(pinned) {
    say(this.#button, pinned ? "Unpin" : "Pin this sum");
  }

  /** @param {boolean} possible  is there a network to ask? */
  enable(possible) {
    this.#button.disabled = this.#these.disabled = !possible;
  }

  /** @param {{first?: string, second?: string}} messages  what is wrong with the numbers */
  tell({ first = "", second = "" }) {
    fieldError(this.#first, first);
    fieldError(this.#second, second);
  }

  /** @param {import("../../runtime/worker-line.js").Refusal} refusal */
  refuse(refusal) {
    this.tell(refusal.by("first"));
    const { first, second } = refusal.fields;
    if (first || second) (first ? this.#first : this.#second).focus();
  }
}
