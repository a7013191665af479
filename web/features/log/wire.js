// @ts-check
/** What the tutorial's program would have printed by now. */

import { byId } from "../../drawing/dom.js";
import { Log } from "./log.js";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, state }) {
  const opener = byId("open-log", HTMLButtonElement);
  const drawer = byId("log-panel", HTMLElement);
  const show = (/** @type {boolean} */ open) => {
    drawer.toggleAttribute("data-open", open);
    opener.setAttribute("aria-expanded", String(open));
  };
  opener.addEventListener("click", () => show(!drawer.hasAttribute("data-open")));
  byId("close-log", HTMLButtonElement).addEventListener("click", () => {
    show(false);
    opener.focus();
  });
  const printed = new Log(byId("log", HTMLElement), byId("copy-log", HTMLButtonElement));
  line.on("run", ({ iteration }) => printed.clear(iteration));
  state.frame.follow((frame) => frame && printed.append(frame.log));
  line.on("rewound", ({ iteration }) => printed.rewind(iteration));
}
