// @ts-check
/** The rooms of the page: a press, a link or the browser's Back leads from one to another. */

/** @typedef {import("../../state/page-state.js").Room} Room */

/** @param {import("../../state/actions.js").Given} given */
export function wire({ state: shared, actions, root }) {
  const doors = root.all("a", HTMLAnchorElement);
  for (const door of doors) {
    door.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // in a tab of its own
      event.preventDefault();
      actions.enter(/** @type {Room} */ (door.dataset.to));
    });
  }
  const opened = new Set();
  const show = (/** @type {Room} */ room) => {
    document.documentElement.dataset.room = room;
    for (const door of doors) {
      if (door.dataset.to === room) door.setAttribute("aria-current", "page");
      else door.removeAttribute("aria-current");
    }
    opened.add(room);
    document.documentElement.dataset.opened = [...opened].join(" "); // what is printed
  };
  if (document.documentElement.dataset.view) return;
  shared.room.follow(show);
  shared.room.set(/** @type {Room} */ (document.documentElement.dataset.room));
  show(shared.room.value);
}
