// @ts-check
/** Other panels put sums into the adder, as if the visitor had typed them. */

import { byId } from "../dom.js";

/**
 * @param {string} first
 * @param {string} second
 */
export function askAdder(first, second) {
  byId("first", HTMLInputElement).value = first;
  byId("second", HTMLInputElement).value = second;
  byId("adder-form", HTMLFormElement).requestSubmit();
}

/** Ask what stands there once more, if it has been asked: the network is another now. */
export function askAdderAgain() {
  const asked = byId("adder-result", HTMLOutputElement).textContent !== "–";
  if (asked) byId("adder-form", HTMLFormElement).requestSubmit();
}
