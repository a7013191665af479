// @ts-check
/** The choice of light or dark; theme.js carries it out and remembers it. */

/** @param {HTMLSelectElement} select */
export function themeSwitch(select) {
  select.value = document.documentElement.dataset.themeChoice ?? "system";
  select.addEventListener("change", () => {
    dispatchEvent(new CustomEvent("themechoice", { detail: select.value }));
  });
}
