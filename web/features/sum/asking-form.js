// @ts-check
/**
 * Fields for a sum of the visitor's own, which stays in sight, and a button that lets it go again.
 * Until somebody types they say which sum is in sight: there is one sum, and here it is entered.
 */

import { say } from "../../drawing/dom.js";
import { fieldError } from "../../drawing/field-error.js";

export class AskingForm {
  #first;
  #second;
  #add;
  #pin;
  #own = false; // do they hold a sum that was chosen, and not the one that happens to be in sight?
  /** @type {import("../../state/page-state.js").Operands | null} the sum in sight */
  #inSight = null;

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
    const form = root.find("adder-form", HTMLFormElement);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!this.#add.disabled) ask(this.#first.value, this.#second.value);
    });
    form.addEventListener("input", () => {
      this.#own = true;
    });
    form.addEventListener("keydown", ({ key }) => key === "Escape" && this.#giveUp());
  }

  /** @param {boolean} kept  does one sum stay in sight? */
  show(kept) {
    if (!kept && this.#pin.textContent === "Let go") this.#giveUp();
    say(this.#pin, kept ? "Let go" : "Keep this");
  }

  /** @param {import("../../state/page-state.js").Operands | null} sum  the one in sight */
  follow(sum) {
    this.#inSight = sum;
    const isUsed = [this.#first, this.#second].includes(
      /** @type {HTMLInputElement} */ (document.activeElement),
    );
    if (sum && !this.#own && !isUsed) this.#write(String(sum.a), String(sum.b));
  }

  /** What was typed is not to be asked: they follow the sum in sight again. */
  #giveUp() {
    this.#own = false;
    this.tell({});
    if (this.#inSight) this.#write(String(this.#inSight.a), String(this.#inSight.b));
  }

  /**
   * @param {string} first
   * @param {string} second
   */
  #write(first, second) {
    this.#first.value = first;
    this.#second.value = second;
  }

  /** @param {boolean} possible  is there a network to ask? */
  enable(possible) {
    this.#add.disabled = this.#pin.disabled = !possible;
  }

  /** @param {import("../../state/page-state.js").Summands} summands  chosen elsewhere */
  fill({ first, second }) {
    this.#own = true;
    this.#write(first, second);
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
