// @ts-check
/**
 * The settings form. What was typed goes to Python as it is, which alone checks it; here is only
 * what a form does: show ranges, show refusals beside their fields, say what differs from the run.
 *
 * @typedef {"bits" | "hidden" | "alpha" | "iterations" | "seed"} FieldName
 * @typedef {import("./messages.js").Settings} Settings
 * @typedef {import("./messages.js").Limit} Limit
 * @typedef {Record<FieldName, string>} Texts
 */

import { byId, say } from "./dom.js";
import { fieldError } from "./field-error.js";

/** @type {FieldName[]} */
export const NAMES = ["bits", "hidden", "alpha", "iterations", "seed"];

const CHANGED = "Changed: press Reset to start a new run with these settings.";

export class SettingsForm {
  #form = byId("settings", HTMLFormElement);
  #notice = byId("settings-notice", HTMLElement);
  #fields = NAMES.map((name) => ({ name, input: byId(name, HTMLInputElement) }));
  #ask;
  #sent = this.#texts(); // what the newest reset asked for
  /** @type {Settings | undefined} */
  #running;

  /** @param {(texts: Texts) => void} ask  called with what was typed when the visitor resets */
  constructor(ask) {
    this.#ask = ask;
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.#form.addEventListener("input", (event) => {
      if (event.target instanceof HTMLInputElement) fieldError(event.target, "");
      this.#compare();
    });
  }

  submit() {
    this.#sent = this.#texts();
    this.#ask(this.#sent);
  }

  /** @returns {Texts} */
  #texts() {
    const typed = this.#fields.map(({ name, input }) => [name, input.value]);
    return /** @type {Texts} */ (Object.fromEntries(typed));
  }

  /** @param {Partial<Texts>} texts  to stand in the form as if typed */
  fill(texts) {
    for (const { name, input } of this.#fields) input.value = texts[name] ?? input.value;
    this.#compare();
  }

  /** Say in place whether the form asks for something else than what is running. */
  #compare() {
    let changed = false;
    for (const { name, input } of this.#fields) {
      const same = !this.#running || isSame(input.value, this.#running[name]);
      input.classList.toggle("changed", !same);
      changed ||= !same;
    }
    say(this.#notice, changed ? CHANGED : "");
  }

  /** @param {Record<FieldName, Limit>} limits */
  showLimits(limits) {
    for (const name of NAMES) say(byId(`${name}-hint`, HTMLElement), rangeOf(limits[name]));
  }

  /** @param {Settings} settings  of the run that has begun */
  accept(settings) {
    this.#running = settings;
    for (const { name, input } of this.#fields) {
      fieldError(input, "");
      if (input.value === this.#sent[name]) input.value = String(settings[name]); // else typed since
    }
    this.#compare();
  }

  /** @param {Partial<Texts>} messages  a sentence for each bad field */
  refuse(messages) {
    for (const { name, input } of this.#fields) fieldError(input, messages[name] ?? "");
    // A bad address is no reason to take the visitor to the form; a refused Reset is.
    const bad = this.#fields.find(({ name }) => messages[name]);
    if (document.activeElement !== document.body) bad?.input.focus();
  }
}

/**
 * @param {string} text
 * @param {number} value
 */
const isSame = (text, value) => text.trim() !== "" && Number(text) === value;

/** @param {Limit} limit */
function rangeOf({ low, high, wanted }) {
  if (low === undefined || high === undefined) return wanted;
  const written = new Intl.NumberFormat("en", { maximumSignificantDigits: 12 });
  return `${written.format(low)} to ${written.format(high)}`;
}
