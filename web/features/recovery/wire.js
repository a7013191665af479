// @ts-check
/**
 * The page keeps the newest checkpoints of the run, so that an end of the worker loses nothing: a
 * new one goes on from there.
 */

import { Checkpoints } from "../../runtime/checkpoints.js";
import { failure } from "./failure-notice.js";
import { requestAfresh } from "../../runtime/file-check.js";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, state: shared, actions, root }) {
  const checkpoints = new Checkpoints();
  let training = false; // was it going on when the worker ended?
  let reviving = false;
  const shown = () => shared.frame.value?.iteration ?? checkpoints.first;
  const panel = failure(root, {
    tryAgain,
    goOn() {
      const restore = checkpoints.restoreTo(shown());
      if (!restore) return;
      reviving = true;
      line.revive(restore);
    },
  });

  shared.besideFailure.follow((element) => element && panel.hold(element));
  line.on("run", () => checkpoints.clear());
  line.on("checkpoint", (checkpoint) => checkpoints.add(checkpoint));
  shared.frame.follow((frame) => {
    if (frame && frame.state !== "running") line.send({ type: "checkpoint" });
  });
  line.on("rewound", ({ iteration }) => {
    if (!reviving) return;
    reviving = false;
    panel.hide();
    line.send({ type: "intervene", ...shared.change.value });
    if (training) line.send(onwards(checkpoints.newest, iteration));
  });
  line.on("failed", (event) => {
    const started = shared.state.value !== "loading";
    training = reviving ? training : shared.frame.value?.state === "running";
    reviving = false;
    if (shared.view.value === "lab") actions.enter("learning"); // where it stands
    panel.show(event, started, whereFrom(checkpoints, shown()));
    shared.state.set("failed");
  });
}

/**
 * From where a new worker can go on, if it can.
 * @param {Checkpoints} checkpoints
 * @param {number} shown  the iteration that is in sight
 * @returns {import("./failure-notice.js").Where | null}
 */
function whereFrom(checkpoints, shown) {
  const checkpoint = checkpoints.upTo(shown);
  return checkpoint && { iteration: checkpoint.iteration, lost: shown - checkpoint.iteration };
}

/**
 * Begin from nothing, with the file to blame fetched anew.
 * @param {string} file  empty: none is known
 */
async function tryAgain(file) {
  if (file) await requestAfresh(file).catch(() => {}); // the page will say so again
  location.reload();
}

/**
 * What the worker was doing when it ended.
 * @param {import("../../runtime/messages.js").Checkpoint | null} newest
 * @param {number} iteration  where it stands now
 * @returns {import("../../runtime/messages.js").Command}
 */
function onwards(newest, iteration) {
  const left = (newest?.stepping ?? 0) - iteration;
  return left > 0 ? { type: "step", count: left } : { type: "train" };
}
