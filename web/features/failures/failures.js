// @ts-check
/** Settings worth trying: one press fills the form, starts a new run and trains it. */

import { allSettings, readHash } from "../../state/link.js";

/** @typedef {import("../settings/settings-form.js").Texts} Texts */

/**
 * @param {HTMLElement} list
 * @param {(texts: Texts) => void} run  the settings, all of them
 */
export function presets(list, run) {
  const buttons = [...list.querySelectorAll("button")];
  /** @type {Record<string, import("../../runtime/messages.js").Limit>} */
  let limits;

  list.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    run(allSettings(readHash(button.value), limits)); // the rest is as in the tutorial
    scrollTo({ top: 0 }); // to the controls, the grid, and the place of a warning
  });

  return {
    /** @param {Record<string, import("../../runtime/messages.js").Limit>} known */
    enable(known) {
      limits = known;
      for (const button of buttons) button.disabled = false;
    },
    disable() {
      for (const button of buttons) button.disabled = true;
    },
  };
}
