// @ts-check
/**
 * Where the visitor is: a view, and in it a room or a chapter. It stands in the address, beside the
 * run; the browser's Back goes back. The view that was chosen last is remembered.
 *
 * @typedef {import("./page-state.js").Room} Room
 * @typedef {import("./page-state.js").View} View
 * @typedef {{view: View, room: Room, chapter: number}} Where
 */

import { keepChoice } from "./choices.js";

const KEY = "view"; // as choose-view.js reads it

/**
 * @param {import("./page-state.js").Shared} shared
 * @param {(state: object) => void} stamp  marks the present entry of the browser's history as one of
 *   this run, and with that
 */
export function placeActions(shared, stamp) {
  const { view: apart } = document.documentElement.dataset; // a frame has no places, a stage one view
  const stores = { room: shared.room, chapter: shared.chapter, view: shared.view };
  const here = () => ({
    view: shared.view.value,
    room: shared.room.value,
    chapter: shared.chapter.value,
  });

  /** @param {Where} where */
  function set({ view, room, chapter }) {
    stores.room.set(room);
    stores.chapter.set(chapter);
    stores.view.set(view); // last: what is not in sight yet has changed already
  }

  /** @param {Partial<Where>} wanted */
  function go(wanted) {
    const next = { ...here(), ...wanted };
    if (apart === "embed" || (apart && next.view !== "story")) return;
    if (Object.entries(here()).every(([name, now]) => Object(next)[name] === now)) return;
    stamp({ where: here() });
    history.pushState({ ...history.state, where: next }, "", addressOf(next, !apart));
    set(next);
    if (!apart) keepChoice(KEY, next.view);
  }

  addEventListener("popstate", ({ state }) => state?.where && set(state.where));
  return {
    /** Look at the network in another way. @param {View} view */
    show: (view) => go({ view }),
    /** Enter a room of the Lab. @param {Room} room */
    enter: (room) => go({ view: "lab", room }),
    /** Open a chapter of the Story. @param {number} chapter  from 1 */
    turnTo: (chapter) => go({ view: "story", chapter }),
  };
}

/**
 * @param {Where} where
 * @param {boolean} names  the view, too
 */
function addressOf({ view, room, chapter }, names) {
  const address = new URL(location.href);
  for (const name of ["view", "room", "chapter"]) address.searchParams.delete(name);
  if (names) address.searchParams.set("view", view);
  if (view === "lab" && room !== "learning") address.searchParams.set("room", room);
  if (view === "story" && chapter > 1) address.searchParams.set("chapter", String(chapter));
  return address;
}
