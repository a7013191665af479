// @ts-check
/** Names in the code: ours or the tutorial's, and those that light up here and in the picture. */

/**
 * @param {HTMLElement} view
 * @param {{ours: HTMLButtonElement, theirs: HTMLButtonElement}} buttons
 */
export function wireNames(view, { ours, theirs }) {
  /** @type {NodeListOf<HTMLElement>} */
  const renamed = view.querySelectorAll("[data-theirs]");
  /** @type {Map<HTMLElement, string>} */
  const own = new Map(Array.from(renamed, (name) => [name, name.textContent ?? ""]));
  const choose = (/** @type {boolean} */ isTheirs) => {
    ours.setAttribute("aria-pressed", String(!isTheirs));
    theirs.setAttribute("aria-pressed", String(isTheirs));
    for (const [name, word] of own)
      name.textContent = isTheirs ? (name.dataset.theirs ?? "") : word;
  };
  ours.addEventListener("click", () => choose(false));
  theirs.addEventListener("click", () => choose(true));
}

/**
 * What is pointed at lights up wherever else it stands.
 * @param {HTMLElement} view
 * @returns {{light: (name: string | undefined) => void, again: () => void}}  `again`: parts are drawn anew
 */
export function wireLight(view) {
  /** @type {string | undefined} */
  let name;

  /** @param {string | undefined} wanted */
  function light(wanted) {
    name = wanted;
    for (const lit of view.querySelectorAll(".lit")) lit.classList.remove("lit");
    again();
  }

  function again() {
    if (!name) return;
    for (const same of view.querySelectorAll(`[data-name="${name}"]`)) same.classList.add("lit");
  }

  view.addEventListener("pointerover", ({ target }) => light(nameOf(target)));
  view.addEventListener("pointerleave", () => light(undefined));
  return { light, again };
}

/**
 * The name that a part of the view belongs to.
 * @param {EventTarget | null} target
 */
function nameOf(target) {
  const part = target instanceof Element ? target.closest("[data-name]") : null;
  return part?.getAttribute("data-name") ?? undefined;
}
