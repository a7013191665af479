// @ts-check
/** Which panels are shown: all of them, unless choose-view.js has found a choice in the address. */

/**
 * Is the panel of that name shown? One that is not asks the worker nothing.
 * @param {string} name  as in the address
 */
export function isShown(name) {
  const { view, shown = "" } = document.documentElement.dataset;
  return !view || shown.split(" ").includes(name);
}
