// @ts-check
/** The end, when the worker failed: what happened, what to do, and the details for an engineer. */

import { byId, say } from "../dom.js";

export function failure() {
  const panel = byId("failure", HTMLElement);
  byId("reload", HTMLButtonElement).addEventListener("click", () => location.reload());
  return {
    /**
     * @param {import("../messages.js").Failed} event
     * @param {boolean} started  had Python been running?
     */
    show({ reason, detail }, started) {
      say(
        byId("failure-title", HTMLElement),
        started ? "Training has stopped" : "The network could not be started",
      );
      panel.hidden = false;
      document.documentElement.dataset.state = "failed";
      say(byId("failure-reason", HTMLElement), reason);
      say(byId("failure-detail", HTMLElement), detail || "There are no more details.");
    },
  };
}
