// @ts-check
/** A refusal beside the field that it is about, for eyes and for screen readers. */

import { byId, say } from "./dom.js";
import { sentence } from "./format.js";

/**
 * @param {HTMLInputElement | HTMLSelectElement} field  its message has the field's id and "-error"
 * @param {string} message  empty: nothing is wrong
 */
export function fieldError(field, message) {
  const place = byId(`${field.id}-error`, HTMLElement);
  say(place, sentence(message));
  if (message) {
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-errormessage", place.id);
  } else {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-errormessage");
  }
}
