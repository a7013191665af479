// @ts-check
/** The switch between the views, by a press or by Alt and a digit. */

/** @typedef {import("../../state/page-state.js").View} View */

/** @param {import("../../state/actions.js").Given} given */
export function wire({ state: shared, actions, root }) {
  if (document.documentElement.dataset.view) return;
  const ways = root.all("a", HTMLAnchorElement);
  const viewOf = (/** @type {HTMLAnchorElement} */ way) => /** @type {View} */ (way.dataset.to);
  for (const way of ways) {
    way.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // in a tab of its own
      event.preventDefault();
      actions.show(viewOf(way));
    });
  }
  document.addEventListener("keydown", ({ altKey, ctrlKey, metaKey, code }) => {
    const way = ways[Number(code.replace(/^Digit/, "")) - 1];
    if (altKey && !ctrlKey && !metaKey && way) actions.show(viewOf(way));
  });

  const show = (/** @type {View} */ view) => {
    document.documentElement.dataset.shows = view;
    for (const way of ways) {
      if (viewOf(way) === view) way.setAttribute("aria-current", "page");
      else way.removeAttribute("aria-current");
    }
  };
  shared.view.follow(show);
  shared.view.set(/** @type {View} */ (document.documentElement.dataset.shows));
  show(shared.view.value);
}
