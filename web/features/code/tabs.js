// @ts-check
/** The functions as tabs: one in sight, the arrow keys lead to the others. */

const STEPS = new Map([
  ["ArrowRight", 1],
  ["ArrowLeft", -1],
]);

/**
 * @param {HTMLButtonElement[]} tabs
 * @param {HTMLElement[]} panels  in the order of the tabs
 */
export function wireTabs(tabs, panels) {
  /** @param {number} chosen */
  function choose(chosen) {
    for (const [place, tab] of tabs.entries()) {
      tab.setAttribute("aria-selected", String(place === chosen));
      tab.tabIndex = place === chosen ? 0 : -1;
      panels[place].hidden = place !== chosen;
    }
  }

  for (const [place, tab] of tabs.entries()) {
    tab.addEventListener("click", () => choose(place));
    tab.addEventListener("keydown", (event) => {
      const step = STEPS.get(event.key);
      if (!step) return;
      event.preventDefault();
      const next = (place + step + tabs.length) % tabs.length;
      choose(next);
      tabs[next].focus();
    });
  }
}
