// @ts-check
/** Which room is in sight stands in the address, beside the run; the browser's Back goes back. */

/** @typedef {import("./page-state.js").Room} Room */

const FIRST = "learning"; // where the address names none

/**
 * @param {import("./page-state.js").Shared} shared
 * @param {() => void} stamp  marks the present entry of the browser's history as one of this run
 */
export function roomActions({ room }, stamp) {
  addEventListener("popstate", () => {
    if (document.documentElement.dataset.view) return;
    room.set(/** @type {Room} */ (new URLSearchParams(location.search).get("room") ?? FIRST));
  });
  return {
    /** Enter a room; in a frame or on a stage there are none. @param {Room} next */
    enter(next) {
      if (next === room.value || document.documentElement.dataset.view) return;
      stamp();
      const address = new URL(location.href);
      if (next === FIRST) address.searchParams.delete("room");
      else address.searchParams.set("room", next);
      history.pushState(history.state, "", address);
      room.set(next);
    },
  };
}
