// @ts-check
/**
 * The choice of a preset in the settings form: which one the fields are, or "custom".
 *
 * @typedef {import("../../runtime/messages.js").PresetName} PresetName
 * @typedef {import("../../runtime/messages.js").Settings} Settings
 * @typedef {Record<PresetName, Settings>} Presets
 * @typedef {import("./settings-form.js").Texts} Texts
 */

import { say } from "../../drawing/dom.js";
import { isSame } from "../../state/setting-text.js";

/** @type {Record<string, string>} */
const HINTS = { 2015: "the tutorial’s", fixed: "can be proved" };

/**
 * @param {HTMLSelectElement} select  with an option for each preset, and a hidden "custom"
 * @param {HTMLElement} hint
 */
export function presetSelect(select, hint) {
  /** @type {Partial<Presets>} */
  let presets = {};

  /** @param {Texts} texts  that stand in the form */
  function show(texts) {
    if (select.disabled) return; // they are not known yet
    const fits = Object.entries(presets).find(([_, settings]) =>
      Object.entries(settings).every(([name, value]) =>
        isSame(texts[/** @type {keyof Texts} */ (name)] ?? "", value),
      ),
    );
    select.value = fits ? fits[0] : "custom";
    say(hint, HINTS[select.value] ?? "");
  }

  return {
    show,
    /** @param {Presets} known */
    offer(known) {
      presets = known;
      select.disabled = false;
    },
    /** @param {(settings: Settings) => void} choose */
    onChoose(choose) {
      select.addEventListener("change", () => {
        const chosen = presets[/** @type {PresetName} */ (select.value)];
        if (chosen) choose(chosen);
      });
    },
  };
}
