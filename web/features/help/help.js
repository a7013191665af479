// @ts-check
/** The help sheet, and the keys that it lists. */

import { keepChoice, recallChoice } from "../../state/choices.js";

const FIELDS = "input, select, textarea, [contenteditable]";
const PRESSABLE = "button, a, summary, [role=button], [role=slider], [tabindex]";

/**
 * A dialog that "Help" and "?" open; Escape and its own button close it.
 * @param {import("../../drawing/root.js").Root} root
 */
export function helpSheet(root) {
  const sheet = root.find("help", HTMLDialogElement);
  const open = () => {
    if (sheet.open) return;
    sheet.showModal();
    root.find("help-title", HTMLElement).focus(); // not the first control: that is far down the sheet
  };
  root.find("open-help", HTMLButtonElement).addEventListener("click", open);
  return { open };
}

/**
 * Single keys do what buttons do; never while something is being typed, and not at all if the
 * visitor switches them off (speech and switch users press keys without meaning to).
 * @param {HTMLInputElement} wanted  the choice
 * @param {Record<string, () => void>} actions  by key, lower case
 */
export function keys(wanted, actions) {
  wanted.checked = recallChoice("keys") !== "off";
  wanted.addEventListener("change", () => keepChoice("keys", wanted.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    const key = keyOf(event);
    const action = Object.hasOwn(actions, key) ? actions[key] : undefined;
    if (!action || !wanted.checked || isTakenByOthers(event, key)) return;
    event.preventDefault(); // also of a key that is held: Space would scroll
    if (!event.repeat) action();
  });
}

/**
 * The key by its sign, in small letters; where that belongs to another script, as on a Greek or a
 * Hebrew keyboard, by its place on the keyboard.
 * @param {KeyboardEvent} event
 */
function keyOf({ key, code, shiftKey }) {
  const sign = key.normalize("NFKC").toLowerCase();
  const foreign = /^\P{ASCII}+$/u.test(sign) && !/\p{Script=Latin}/u.test(sign);
  if (!foreign) return sign;
  if (code === "Slash" && shiftKey) return "?";
  return code.startsWith("Key") ? code.slice(3).toLowerCase() : sign;
}

/**
 * @param {KeyboardEvent} event
 * @param {string} key
 */
function isTakenByOthers(event, key) {
  const { shiftKey, isComposing, target } = event;
  const held = ["Control", "Alt", "Meta", "AltGraph"].some((name) => event.getModifierState(name));
  if (held || isComposing || document.querySelector("dialog[open]")) return true;
  if (key === " " && shiftKey) return true; // scrolls up
  const within = (/** @type {string} */ those) =>
    target instanceof Element && target.closest(those);
  return Boolean(within(FIELDS) || (key === " " && within(PRESSABLE)));
}
