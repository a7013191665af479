// @ts-check
/** A refusal beside the field that it is about, for eyes and for screen readers. */

import { say } from "./dom.js";
import { sentence } from "./format.js";
import { Root } from "./root.js";

/**
 * @param {HTMLInputElement | HTMLSelectElement} field  its message is a part of the same feature,
 *   with the field's id and "-error"
 * @param {string} message  empty: nothing is wrong
 */
export function fieldError(field, message) {
  const place = Root.of(field).find(`${field.id}-error`, HTMLElement);
  say(place, sentence(message));
  if (message) {
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-errormessage", place.id);
  } else {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-errormessage");
  }
}
