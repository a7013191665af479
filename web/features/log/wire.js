// @ts-check
/** What the tutorial's program would have printed by now. */

import { Log } from "./log.js";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, state, root }) {
  const opener = root.find("open-log", HTMLButtonElement);
  const drawer = root.find("log-panel", HTMLElement);
  const show = (/** @type {boolean} */ open) => {
    drawer.toggleAttribute("data-open", open);
    opener.setAttribute("aria-expanded", String(open));
  };
  opener.addEventListener("click", () => show(!drawer.hasAttribute("data-open")));
  document.addEventListener("keydown", ({ key }) => key === "Escape" && show(false));
  root.find("close-log", HTMLButtonElement).addEventListener("click", () => {
    show(false);
    opener.focus();
  });
  const printed = new Log(root.find("log", HTMLElement), root.find("copy-log", HTMLButtonElement));
  line.on("run", ({ iteration }) => printed.clear(iteration));
  state.frame.follow((frame) => frame && printed.append(frame.log));
  line.on("rewound", ({ iteration }) => printed.rewind(iteration));
}
