// @ts-check
/**
 * For a projector: the Story, which a presenter's clicker turns. When nobody has touched it for a while
 * it begins again by itself.
 */

import { countdown } from "../../drawing/countdown.js";
import { say } from "../../drawing/dom.js";

const PATIENCE = 600; // seconds without a sign of anybody
const WARNING = 60; // of them, the last ones, in which it is told
const OPEN = "dialog[open], :popover-open";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, state, root }) {
  if (document.documentElement.dataset.view !== "stage") return;
  const first = location.href; // as it was opened
  const [told, notice] = ["again-in", "again-notice"].map((id) => root.find(id, HTMLElement));
  const again = countdown(PATIENCE, {
    tick(seconds) {
      const isTold = seconds !== null && seconds <= WARNING;
      say(told, isTold ? `Again in ${seconds} s, unless somebody moves` : "");
      say(notice, isTold ? "Nobody seems to be here, so the Story will begin again." : "");
    },
    end: begin,
  });
  function begin() {
    history.replaceState(null, "", first);
    location.reload();
  }

  for (const sign of ["keydown", "pointerdown", "pointermove"]) {
    document.addEventListener(sign, again.start, { passive: true });
  }
  again.start();
  /** @param {"story" | "lab"} view */
  const show = (view) => {
    state.view.set(view);
    document.documentElement.dataset.shows = view;
  };
  line.on("failed", () => show("lab")); // where a failure stands
  line.on("ready", () => show("story"));
  root.find("begin-again", HTMLButtonElement).addEventListener("click", begin);
  root.find("leave-stage", HTMLAnchorElement).addEventListener("click", leave);
  document.addEventListener("keydown", ({ key, repeat, defaultPrevented }) => {
    if (key !== "Escape" || defaultPrevented || repeat || document.querySelector(OPEN)) return;
    leave();
  });
}

/** To the whole page, with the run as it stands. @param {Event} [event] */
function leave(event) {
  event?.preventDefault();
  location.assign(location.pathname + location.hash);
}
