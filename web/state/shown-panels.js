// @ts-check
/** Which panels are shown: all of them, unless choose-view.js has found a choice in the address. */

/**
 * Has a room been entered? A frame has none, and shows its panels from the beginning.
 * @param {import("./page-state.js").Room} room
 */
export function wasEntered(room) {
  const { view, opened = "" } = document.documentElement.dataset;
  return view === "embed" || opened.split(" ").includes(room);
}

/**
 * Is the panel of that name shown? One that is not asks the worker nothing.
 * @param {string} name  as in the address
 */
export function isShown(name) {
  const { view, shown = "" } = document.documentElement.dataset;
  return !view || shown.split(" ").includes(name);
}
