// @ts-check
/** Good manners: the theme, help and keys. */

import { helpSheet, keys } from "./help.js";
import { themeSwitch } from "./theme-switch.js";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ state: shared, actions, root }) {
  themeSwitch(root.find("theme", HTMLSelectElement));
  const help = helpSheet(root);
  root.find("skip", HTMLButtonElement).addEventListener("click", () => {
    shared.attention.get(shared.view.value === "story" ? "chapter" : "train")?.();
  });
  const trainOrPause = () => (shared.state.value === "running" ? actions.pause() : actions.train());
  keys(root.find("keys-wanted", HTMLInputElement), {
    t: trainOrPause,
    " ": trainOrPause,
    s: () => actions.step(),
    r: () => actions.reset(),
    p: actions.togglePin,
    "?": help.open,
  });
}
