// @ts-check
/** Good manners: the theme, help and keys. */

import { byId } from "../../drawing/dom.js";
import { helpSheet, keys } from "./help.js";
import { themeSwitch } from "./theme-switch.js";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ state: shared, actions }) {
  themeSwitch(byId("theme", HTMLSelectElement));
  const help = helpSheet();
  const trainOrPause = () => (shared.state.value === "running" ? actions.pause() : actions.train());
  keys({
    t: trainOrPause,
    " ": trainOrPause,
    s: () => actions.step(),
    r: () => actions.reset(),
    p: actions.togglePin,
    "?": help.open,
  });
}
