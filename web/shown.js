// @ts-check
/** Which panels are shown: all of them, unless view.js has found a choice in the address. */

import { FEATURES } from "./shell/features.js";

/**
 * Is the panel of that name shown? One that is not asks the worker nothing.
 * @param {string} name  as in the address
 */
export function isShown(name) {
  const { view, shown = "" } = document.documentElement.dataset;
  return !view || shown.split(" ").includes(name);
}

/** The names of all panels that there are, in the order of the page. */
export const panelNames = () => FEATURES.flatMap(([, panel]) => panel ?? []);
