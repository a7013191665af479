// @ts-check
/** The help sheet, and the keys that it lists. */

import { byId } from "../dom.js";

const FIELDS = "input, select, textarea, [contenteditable]";
const PRESSABLE = "button, a, summary, [role=button], [role=slider], [tabindex]";

/** A dialog that "Help" and "?" open; Escape and its own button close it. */
export function helpSheet() {
  const sheet = byId("help", HTMLDialogElement);
  const open = () => {
    if (sheet.open) return;
    sheet.showModal();
    byId("help-title", HTMLElement).focus(); // not the first control: that is far down the sheet
  };
  byId("open-help", HTMLButtonElement).addEventListener("click", open);
  return { open };
}

/**
 * Single keys do what buttons do; never while something is being typed, and not at all if the
 * visitor switches them off (speech and switch users press keys without meaning to).
 * @param {Record<string, () => void>} actions  by key, lower case
 */
export function keys(actions) {
  const wanted = byId("keys-wanted", HTMLInputElement);
  wanted.checked = remembered() !== "off";
  wanted.addEventListener("change", () => remember(wanted.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase();
    const action = Object.hasOwn(actions, key) ? actions[key] : undefined;
    if (!action || !wanted.checked || event.repeat || isTakenByOthers(event, key)) return;
    event.preventDefault();
    action();
  });
}

/**
 * @param {KeyboardEvent} event
 * @param {string} key
 */
function isTakenByOthers({ ctrlKey, altKey, metaKey, isComposing, target }, key) {
  if (ctrlKey || altKey || metaKey || isComposing || document.querySelector("dialog[open]")) {
    return true;
  }
  const within = (/** @type {string} */ those) =>
    target instanceof Element && target.closest(those);
  return Boolean(within(FIELDS) || (key === " " && within(PRESSABLE)));
}

function remembered() {
  try {
    return localStorage.getItem("keys");
  } catch {
    return null;
  }
}

/** @param {string} choice */
function remember(choice) {
  try {
    localStorage.setItem("keys", choice);
  } catch {} // no storage here: the choice lasts as long as the page
}
