// @ts-check
/** What a room needs is made when it is entered, not before. */

/**
 * @param {import("./page-state.js").Shared} shared
 * @param {import("./page-state.js").Room} room
 * @param {() => void} act  called once: when the room is entered first, or now where there are no rooms
 */
export function onceEntered({ room: entered }, room, act) {
  if (document.documentElement.dataset.view || entered.value === room) return act();
  const end = entered.follow((now) => {
    if (now !== room) return;
    end();
    act();
  });
}
