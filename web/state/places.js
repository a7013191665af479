// @ts-check
/**
 * Where the visitor is: a view, and in it a room or a chapter. It stands in the address, beside the
 * run; the browser's Back goes back. The view that was chosen last is remembered.
 *
 * @typedef {import("./page-state.js").Room} Room
 * @typedef {import("./page-state.js").View} View
 */

const FIRST = { room: "learning", chapter: "1" }; // where the address names none
const KEY = "view"; // as choose-view.js reads it

/**
 * @param {import("./page-state.js").Shared} shared
 * @param {() => void} stamp  marks the present entry of the browser's history as one of this run
 */
export function placeActions(shared, stamp) {
  const isApart = Boolean(document.documentElement.dataset.view); // in a frame, or on a stage

  addEventListener("popstate", () => {
    if (isApart) return;
    const given = new URLSearchParams(location.search);
    shared.room.set(/** @type {Room} */ (given.get("room") ?? FIRST.room));
    shared.chapter.set(Number(given.get("chapter") ?? FIRST.chapter));
    shared.view.set(/** @type {View} */ (given.get("view") ?? shared.view.value));
  });

  /** @param {"view" | "room" | "chapter"} name @param {string} value */
  function write(name, value) {
    const address = new URL(location.href);
    if (name !== "view" && FIRST[name] === value) address.searchParams.delete(name);
    else address.searchParams.set(name, value);
    if (address.href === location.href) return;
    stamp();
    history.pushState(history.state, "", address);
  }

  return {
    /** Look at the network in another way. @param {View} next */
    show(next) {
      if (isApart || next === shared.view.value) return;
      write("view", next);
      shared.view.set(next);
      try {
        localStorage.setItem(KEY, next);
      } catch {} // no storage here: the next visit chooses anew
    },
    /** Enter a room of the Lab. @param {Room} next */
    enter(next) {
      if (isApart || next === shared.room.value) return;
      write("room", next);
      shared.room.set(next);
    },
    /** Open a chapter of the Story. @param {number} next  from 1 */
    turnTo(next) {
      if (isApart || next === shared.chapter.value) return;
      write("chapter", String(next));
      shared.chapter.set(next);
    },
  };
}
