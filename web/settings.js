// @ts-check
/**
 * The settings form. What was typed goes to Python as it is, which alone checks it; here is only
 * what a form does: show ranges, show refusals beside their fields, say what differs from the run.
 *
 * @typedef {import("./messages.js").SettingName} FieldName
 * @typedef {import("./messages.js").Settings} Settings
 * @typedef {import("./messages.js").Limit} Limit
 * @typedef {Record<FieldName, string>} Texts
 */

import { byId, say } from "./dom.js";
import { fieldError } from "./field-error.js";
import { presetSelect } from "./preset-select.js";
import { isSame, textOf, textsOf } from "./setting-text.js";

/** @type {FieldName[]} */
export const NAMES = ["bits", "hidden", "alpha", "iterations", "seed", "biases", "batch"];

const CHANGED = "Changed: Train or Reset begins a new run with these settings.";

export class SettingsForm {
  #form = byId("settings", HTMLFormElement);
  #notice = byId("settings-notice", HTMLElement);
  #back = byId("settings-back", HTMLButtonElement);
  #fields = NAMES.map((name) => ({ name, input: control(name) }));
  #presets = presetSelect(byId("preset", HTMLSelectElement), byId("preset-hint", HTMLElement));
  #ask;
  #sent = this.#texts(); // what the newest reset asked for
  #byVisitor = false; // and it was the visitor who asked
  /** @type {Settings | undefined} */
  #running;

  /**
   * @param {(texts: Texts) => void} ask  called with what was typed when the visitor resets
   * @param {() => boolean} untouched  may a chosen preset be applied at once?
   */
  constructor(ask, untouched) {
    this.#ask = ask;
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.#form.addEventListener("input", ({ target }) => {
      const field = this.#fields.find(({ input }) => input === target);
      if (!field) return; // the preset, which is not a setting
      fieldError(field.input, "");
      this.#compare();
    });
    this.#presets.onChoose((settings) => {
      this.fill(textsOf(settings));
      if (untouched()) this.submit();
    });
  }

  /** Does it ask for another run than the one that is there? */
  get changed() {
    return this.#fields.some((field) => !this.#isRunning(field));
  }

  submit() {
    this.#byVisitor = true;
    this.#request();
  }

  /** Ask for what another part of the page wants. @param {Texts} texts */
  take(texts) {
    this.fill(texts);
    this.#byVisitor = false;
    this.#request();
  }

  #request() {
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
    for (const { name, input } of this.#fields) {
      if (texts[name] === undefined) continue;
      if (input.value !== texts[name]) fieldError(input, "");
      input.value = texts[name];
    }
    this.#compare();
  }

  /** Say in place whether the form asks for something else than what is running. */
  #compare() {
    for (const field of this.#fields) {
      field.input.classList.toggle("changed", !this.#isRunning(field));
    }
    this.tell(this.changed ? CHANGED : "");
    this.#presets.show(this.#texts());
  }

  /** @param {{name: FieldName, input: HTMLInputElement | HTMLSelectElement}} field */
  #isRunning({ name, input }) {
    return !this.#running || isSame(input.value, this.#running[name]);
  }

  /**
   * @param {string} text
   * @param {boolean} [back]  is there a way back to the run of before?
   */
  tell(text, back = false) {
    say(this.#notice, text);
    this.#back.hidden = !back;
  }

  /**
   * @param {Record<FieldName, Limit>} limits
   * @param {import("./preset-select.js").Presets} presets
   */
  offer(limits, presets) {
    for (const name of NAMES) say(byId(`${name}-hint`, HTMLElement), rangeOf(limits[name]));
    this.#presets.offer(presets);
  }

  /** @param {Settings} settings  of the run that has begun */
  accept(settings) {
    this.#running = settings;
    for (const { name, input } of this.#fields) {
      fieldError(input, "");
      if (input.value === this.#sent[name]) input.value = textOf(settings[name]); // else typed since
    }
    this.#compare();
  }

  /** @param {Partial<Texts>} messages  a sentence for each bad field */
  refuse(messages) {
    // Nobody typed what a link asks for: the fields go on saying what runs, or Train would refuse.
    if (!this.#byVisitor && this.#running) this.fill(textsOf(this.#running));
    for (const { name, input } of this.#fields) fieldError(input, messages[name] ?? "");
    // A bad address is no reason to take the visitor to the form; a refused Reset or Train is.
    const bad = this.#fields.find(({ name }) => messages[name]);
    if (this.#byVisitor) bad?.input.focus();
  }
}

/** @param {FieldName} name */
function control(name) {
  const found = document.getElementById(name);
  return found instanceof HTMLSelectElement ? found : byId(name, HTMLInputElement);
}

/** @param {Limit} limit */
function rangeOf({ low, high }) {
  if (low === undefined || high === undefined) return "";
  const written = new Intl.NumberFormat("en", { maximumSignificantDigits: 12 });
  return `${written.format(low)} to ${written.format(high)}`;
}
