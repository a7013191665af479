// @ts-check
/**
 * When the worker failed: what happened, what is lost, what to do, and the details for an engineer.
 *
 * @typedef {Object} Where  the run can go on
 * @property {number} iteration
 * @property {number} lost  how many iterations since then are to be trained again
 */

import { say } from "../../drawing/dom.js";
import { count, plural } from "../../drawing/format.js";

/**
 * @param {import("../../drawing/root.js").Root} root
 * @param {Object} [actions]
 * @param {(file: string) => void} [actions.tryAgain]  from the start; the file to blame, if known
 * @param {() => void} [actions.goOn]
 */
export function failure(root, { tryAgain = () => location.reload(), goOn = () => {} } = {}) {
  const panel = root.find("failure", HTMLElement);
  const again = root.find("reload", HTMLButtonElement);
  const onwards = root.find("go-on", HTMLButtonElement);
  let blamed = "";
  again.onclick = () => {
    again.disabled = true;
    tryAgain(blamed);
  };
  onwards.onclick = () => {
    onwards.disabled = true;
    say(onwards, "Starting Python again …");
    goOn();
  };

  return {
    /**
     * @param {import("../../runtime/messages.js").Failed} event
     * @param {boolean} started  had Python been running?
     * @param {Where | null} [where]
     */
    show({ reason, detail, file = "" }, started, where = null) {
      if (document.documentElement.dataset.unable) return; // browser-check.js has told it all
      blamed = file;
      say(root.find("failure-title", HTMLElement), title(started, where));
      say(root.find("failure-reason", HTMLElement), reason);
      say(root.find("failure-advice", HTMLElement), where ? kept(where) : advice(file));
      say(root.find("failure-detail", HTMLElement), detail || "There are no more details.");
      say(again, started ? "Load the page again" : "Try again");
      if (where) say(onwards, `Go on from iteration ${count(where.iteration)}`);
      onwards.hidden = !where;
      onwards.disabled = false;
      panel.hidden = false;
      document.documentElement.dataset.state = "failed";
    },
    /** Have an element of another feature stand with the words. @param {HTMLElement} element */
    hold: (element) => panel.prepend(element),
    /** The run goes on. */
    hide() {
      panel.hidden = true;
    },
  };
}

/**
 * @param {boolean} started
 * @param {Where | null} where
 */
function title(started, where) {
  if (where) return "Training is interrupted";
  return started ? "Training has stopped" : "The network could not be started";
}

/** @param {Where} where */
function kept({ iteration, lost }) {
  const held = `The page has kept the run as it was after ${plural(iteration, "iteration")}.`;
  if (lost === 0) return `${held} Nothing is lost, unless you load the page again.`;
  const since = `The ${plural(lost, "iteration")} since then ${lost === 1 ? "is" : "are"} lost`;
  return `${held} ${since}, and will be trained again to the same numbers.`;
}

/** @param {string} file */
function advice(file) {
  const afresh = file ? "; the file is then fetched anew, past the browser’s cache" : "";
  return `Check the connection and try again${afresh}. If that does not help, the details are for whoever looks after this site.`;
}
