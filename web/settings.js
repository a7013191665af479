// @ts-check
/**
 * The settings form. What was typed goes to Python as it is, which alone checks it; here is only
 * what a form does: show ranges, show refusals beside their fields, say what differs from the run.
 *
 * @typedef {import("./messages.js").SettingName} SettingName
 * @typedef {import("./messages.js").Settings} Settings
 * @typedef {import("./messages.js").Limit} Limit
 * @typedef {Record<SettingName, string>} Texts
 */

import { byId, say } from "./dom.js";
import { fieldError } from "./field-error.js";

/** @type {SettingName[]} */
export const NAMES = ["bits", "hidden", "alpha", "iterations", "seed"];

const CHANGED = "Changed: press Reset to start a new run with these settings.";

/** @param {(texts: Texts) => void} ask  called with what was typed when the visitor resets */
export function settingsForm(ask) {
  const form = byId("settings", HTMLFormElement);
  const notice = byId("settings-notice", HTMLElement);
  const fields = NAMES.map((name) => byId(name, HTMLInputElement));
  /** @type {Settings | undefined} */
  let running;
  let sent = texts();

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  form.addEventListener("input", (event) => {
    if (event.target instanceof HTMLInputElement) fieldError(event.target, "");
    compare();
  });

  function submit() {
    sent = texts();
    ask(sent);
  }

  /** @returns {Texts} */
  function texts() {
    return /** @type {Texts} */ (
      Object.fromEntries(fields.map(({ name, value }) => [name, value]))
    );
  }

  /** @param {Partial<Texts>} typed */
  function fill(typed) {
    for (const field of fields)
      field.value = typed[/** @type {SettingName} */ (field.name)] ?? field.value;
    compare();
  }

  /** Say in place whether the form asks for something else than what is running. */
  function compare() {
    let changed = false;
    for (const field of fields) {
      const same =
        !running || isSame(field.value, running[/** @type {SettingName} */ (field.name)]);
      field.classList.toggle("changed", !same);
      changed ||= !same;
    }
    say(notice, changed ? CHANGED : "");
  }

  /** @param {Record<SettingName, Limit>} limits */
  function showLimits(limits) {
    for (const name of NAMES) say(byId(`${name}-hint`, HTMLElement), rangeOf(limits[name]));
  }

  /** @param {Settings} settings  of the run that has begun */
  function accept(settings) {
    running = settings;
    for (const field of fields) {
      const name = /** @type {SettingName} */ (field.name);
      fieldError(field, "");
      if (field.value === sent[name]) field.value = String(settings[name]); // else typed meanwhile
    }
    compare();
  }

  /** @param {Partial<Texts>} messages  a sentence for each bad field */
  function refuse(messages) {
    for (const field of fields) {
      fieldError(field, messages[/** @type {SettingName} */ (field.name)] ?? "");
    }
    // A bad address is no reason to take the visitor to the form; a refused Reset is.
    if (document.activeElement !== document.body) fields.find(isRefused)?.focus();
  }

  return { texts, fill, submit, showLimits, accept, refuse };
}

/**
 * @param {string} text
 * @param {number} value
 */
const isSame = (text, value) => text.trim() !== "" && Number(text) === value;

const isRefused = (/** @type {HTMLInputElement} */ field) => field.hasAttribute("aria-invalid");

/** @param {Limit} limit */
function rangeOf({ low, high }) {
  const written = new Intl.NumberFormat("en", { maximumSignificantDigits: 12 });
  return `${written.format(low)} to ${written.format(high)}`;
}
