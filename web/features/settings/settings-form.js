// @ts-check
/**
 * The settings form. What was typed goes to Python as it is, which alone checks it; here is only
 * what a form does: show ranges, show refusals beside their fields, say what differs from the run.
 *
 * @typedef {import("../../runtime/messages.js").SettingName} FieldName
 * @typedef {import("../../runtime/messages.js").Settings} Settings
 * @typedef {import("../../runtime/messages.js").Limit} Limit
 * @typedef {Record<FieldName, string>} Texts
 */

import { say } from "../../drawing/dom.js";
import { fieldError } from "../../drawing/field-error.js";
import { presetSelect } from "./preset-select.js";
import { wordsOf } from "./settings-words.js";
import { isSame, NAMES, textOf, textsOf } from "../../state/setting-text.js";

const CHANGED = "Changed: Train or Reset begins a new run with these.";
const BEGUN = "This is a new run, with these settings.";

export class SettingsForm {
  #root;
  #form;
  #words;
  #opener;
  #notice;
  #back;
  #fields;
  #presets;
  #typed;
  #sent; // what the newest request was for
  #awaited = 0; // its number, until its run is there or is refused
  /** @type {Settings | undefined} */
  #running;

  /**
   * @param {import("../../drawing/root.js").Root} root
   * @param {Object} actions
   * @param {() => void} actions.reset  begin a run with what stands in the form
   * @param {(texts: Texts) => void} actions.typed  called with that whenever it is something else
   * @param {() => void} actions.goBack  to the run of before
   * @param {() => boolean} untouched  may a chosen preset be applied at once?
   */
  constructor(root, { reset, typed, goBack }, untouched) {
    const preset = root.find("preset", HTMLSelectElement);
    this.#root = root;
    this.#form = root.find("settings", HTMLFormElement);
    this.#words = root.find("run-words", HTMLElement);
    this.#opener = root.find("settings-open", HTMLButtonElement);
    this.#notice = root.find("settings-notice", HTMLElement);
    this.#back = root.find("settings-back", HTMLButtonElement);
    this.#fields = NAMES.map((name) => ({ name, input: control(root, name) }));
    this.#presets = presetSelect(preset, root.find("preset-hint", HTMLElement));
    this.#sent = this.#texts();
    this.#typed = typed;
    this.#back.addEventListener("click", goBack);
    this.#opener.addEventListener("click", () => this.open(!this.#form.hasAttribute("data-open")));
    this.#form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.#form.hasAttribute("data-open")) return;
      this.open(false);
    });
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      reset();
    });
    this.#form.addEventListener("input", ({ target }) => {
      const field = this.#fields.find(({ input }) => input === target);
      if (!field) return; // the preset, which is not a setting
      fieldError(field.input, "");
      this.#compare();
    });
    this.#presets.onChoose((settings) => {
      this.fill(textsOf(settings));
      if (untouched()) reset();
    });
  }

  /** A run is asked for, here or elsewhere. @param {import("../../state/page-state.js").Request} request */
  expect({ texts, by, id, begun }) {
    if (by === "page") this.fill(texts);
    [this.#sent, this.#awaited] = [texts, id];
    begun.then(
      () => by === "training" && this.#tell(BEGUN, true),
      (/** @type {import("../../runtime/refusal.js").Refusal} */ { fields }) => {
        if (this.#awaited === id) this.#refuse(fields, by !== "page"); // else another is asked for
      },
    );
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
    const changed = this.#fields.filter((field) => !this.#isRunning(field));
    for (const field of this.#fields) {
      field.input.classList.toggle("changed", changed.includes(field));
    }
    this.#tell(changed.length ? CHANGED : "");
    this.#presets.show(this.#texts());
    this.#typed(this.#texts());
  }

  /** @param {{name: FieldName, input: HTMLInputElement | HTMLSelectElement}} field */
  #isRunning({ name, input }) {
    return !this.#running || isSame(input.value, this.#running[name]);
  }

  /**
   * @param {string} text
   * @param {boolean} [back]  is there a way back to the run of before?
   */
  #tell(text, back = false) {
    say(this.#notice, text);
    this.#words.hidden = text !== "";
    this.#back.hidden = !back;
  }

  /**
   * @param {Record<FieldName, Limit>} limits
   * @param {import("./preset-select.js").Presets} presets
   */
  offer(limits, presets) {
    for (const name of NAMES) {
      say(this.#root.find(`${name}-hint`, HTMLElement), rangeOf(limits[name]));
    }
    this.#presets.offer(presets);
  }

  /** Show the fields, or put them away. @param {boolean} open */
  open(open) {
    const fields = this.#root.find("fields", HTMLElement);
    if (!open && fields.contains(document.activeElement)) this.#opener.focus(); // or it were nowhere
    this.#opener.setAttribute("aria-expanded", String(open));
    this.#form.toggleAttribute("data-open", open);
    say(this.#opener, open ? "Close" : "Change");
  }

  /** A run has begun. @param {import("../../runtime/messages.js").Run} run */
  accept({ id, settings }) {
    this.#running = settings;
    say(this.#words, wordsOf(settings));
    if (id === this.#awaited) {
      this.#awaited = 0;
      this.open(false);
    }
    for (const { name, input } of this.#awaited ? [] : this.#fields) {
      fieldError(input, "");
      if (input.value === this.#sent[name]) input.value = textOf(settings[name]); // else typed since
    }
    this.#compare();
  }

  /**
   * @param {Partial<Texts>} messages  a sentence for each bad field
   * @param {boolean} byVisitor  was it typed here?
   */
  #refuse(messages, byVisitor) {
    this.#awaited = 0;
    // Nobody typed what a link asks for: the fields go on saying what runs, or Train would refuse.
    if (!byVisitor && this.#running) this.fill(textsOf(this.#running));
    for (const { name, input } of this.#fields) fieldError(input, messages[name] ?? "");
    // A bad address is no reason to take the visitor to the form; a refused Reset or Train is.
    const bad = this.#fields.find(({ name }) => messages[name]);
    if (!byVisitor || !bad) return;
    this.open(true);
    bad.input.focus();
  }
}

/**
 * @param {import("../../drawing/root.js").Root} root
 * @param {FieldName} name
 */
function control(root, name) {
  const found = root.find(name, HTMLElement);
  return found instanceof HTMLSelectElement ? found : root.find(name, HTMLInputElement);
}

/** @param {Limit} limit */
function rangeOf({ low, high }) {
  if (low === undefined || high === undefined) return "";
  const written = new Intl.NumberFormat("en", { maximumSignificantDigits: 12 });
  return `${written.format(low)} to ${written.format(high)}`;
}
