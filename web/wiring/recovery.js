// @ts-check
/**
 * The page keeps the newest checkpoints of the run, so that an end of the worker loses nothing: a
 * new one goes on from there, through the very same numbers.
 *
 * @typedef {import("../messages.js").Checkpoint & {file: Uint8Array}} Kept
 */

import { failure } from "../panels/failure.js";
import { requestAfresh } from "../sound.js";

const KEPT = 3; // before the newest: what is shown may be a little older than that

/**
 * @param {import("../line.js").Line} line
 * @param {import("../shared.js").Shared} shared
 */
export function wireRecovery(line, shared) {
  /** @type {Kept[]} */
  let kept = [];
  /** @type {import("../messages.js").Checkpoint | null} */
  let newest = null;
  /** @type {Uint8Array | null} */
  let start = null;
  let training = false; // was it going on when the worker ended?
  let reviving = false;

  line.on("run", () => {
    [kept, newest, start] = [[], null, null];
  });
  line.on("checkpoint", (checkpoint) => {
    newest = checkpoint;
    start = checkpoint.start ?? start;
    if (checkpoint.file) kept = [...kept.slice(-KEPT), /** @type {Kept} */ (checkpoint)];
  });
  shared.frame.follow((frame) => {
    if (frame && frame.state !== "running") line.send({ type: "checkpoint" });
  });
  line.on("rewound", ({ iteration }) => {
    if (!reviving) return;
    reviving = false;
    panel.hide();
    line.send({ type: "intervene", ...shared.change.value });
    if (training) line.send(onwards(newest, iteration));
  });
  line.on("failed", (event) => {
    const started = shared.state.value !== "loading";
    training = reviving ? training : shared.frame.value?.state === "running";
    reviving = false;
    panel.show(event, started, where());
    shared.state.set("failed");
  });
  const panel = failure({ tryAgain, goOn });

  const shown = () => shared.frame.value?.iteration ?? kept[0]?.iteration ?? 0;

  /** The last checkpoint before what is shown. */
  function last() {
    const before = kept.filter(({ iteration }) => iteration <= shown());
    return before.sort((one, other) => one.iteration - other.iteration).at(-1);
  }

  /** @returns {import("../panels/failure.js").Where | null}  from where a new worker can go on */
  function where() {
    const checkpoint = last();
    if (!checkpoint || !start) return null;
    return { iteration: checkpoint.iteration, lost: shown() - checkpoint.iteration };
  }

  function goOn() {
    const checkpoint = last();
    if (!checkpoint || !newest || !start) return;
    reviving = true;
    const { generation, target, furthest } = newest;
    const stand = { generation, target, furthest, iteration: shown() };
    line.revive({ type: "restore", start, file: checkpoint.file, ...stand });
  }
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
 * @param {import("../messages.js").Checkpoint | null} newest
 * @param {number} iteration  where it stands now
 * @returns {import("../messages.js").Command}
 */
function onwards(newest, iteration) {
  const left = (newest?.stepping ?? 0) - iteration;
  return left > 0 ? { type: "step", count: left } : { type: "train" };
}
