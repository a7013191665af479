// @ts-check
/** Settings worth trying: one press fills the form, starts a new run and trains it. */

import { byId } from "../dom.js";
import { NAMES } from "../settings.js";
import { textOf } from "../setting-text.js";

/** @typedef {import("../settings.js").Texts} Texts */

/** @param {(texts: Texts) => void} run  the settings, all of them */
export function presets(run) {
  const list = byId("presets", HTMLElement);
  const buttons = [...list.querySelectorAll("button")];
  /** @type {Record<string, import("../messages.js").Limit>} */
  let limits;

  list.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    run(textsIn(button.value));
    scrollTo({ top: 0 }); // to the controls, the grid, and the place of a warning
  });

  /** @param {string} text  as in an address; what it leaves out is as in the tutorial */
  function textsIn(text) {
    const given = new URLSearchParams(text);
    const texts = NAMES.map((name) => [name, given.get(name) ?? textOf(limits[name].initial)]);
    return /** @type {Texts} */ (Object.fromEntries(texts));
  }

  return {
    /** @param {Record<string, import("../messages.js").Limit>} known */
    enable(known) {
      limits = known;
      for (const button of buttons) button.disabled = false;
    },
    disable() {
      for (const button of buttons) button.disabled = true;
    },
  };
}
