// @ts-check
/** The page that measures: the same worker as on the page that teaches, asked how fast it is. */

import { byId, say } from "../drawing/dom.js";
import { Root } from "../drawing/root.js";
import { Refusal } from "../runtime/refusal.js";
import { Line } from "../runtime/worker-line.js";
import { keepOffline, takeWaitingVersion } from "../runtime/keep-offline.js";
import { failure } from "../features/recovery/failure-notice.js";
import { bootProgress } from "../features/transport/boot-progress.js";
import { measure } from "./rounds.js";
import { browserName, markdown, showRows } from "./table.js";

const TOLERANCE = 1e-10; // what rounding may do to an error in a thousand updates

const root = document.documentElement;
const start = byId("measure", HTMLButtonElement);
const copy = byId("copy", HTMLButtonElement);
const status = byId("bench-status", HTMLElement);
const kept = byId("kept", HTMLElement);
const end = failure(new Root("recovery"));
const boot = bootProgress({
  sentence: byId("boot-stage", HTMLElement),
  bar: byId("boot-bar", HTMLProgressElement),
  list: byId("boot-stages", HTMLElement),
});

let machine = ""; // what is measured on, in words
let text = ""; // the table as Markdown
let failed = false; // has Python stopped?

const line = new Line();
line.on("download", (bytes) => boot.count(bytes));
line.on("boot", ({ stage }) => boot.reach(stage));
line.on("ready", ({ python, numpy }) => {
  const cores = `${navigator.hardwareConcurrency} cores`;
  machine = `${browserName(navigator.userAgent)}, ${cores}, Python ${python}, NumPy ${numpy}`;
  say(byId("bench-machine", HTMLElement), machine);
  enter("ready", "This will take about ten seconds.");
});
line.on("failed", (event) => {
  failed = true;
  end.show(event, root.dataset.state !== "loading");
  start.disabled = true;
});
line.listen();

start.addEventListener("click", async () => {
  enter("measuring", "Measuring; leave this tab in front.");
  try {
    show(await measure(askPython, showProgress));
  } catch (error) {
    if (failed) return; // that has been told
    const reason =
      error instanceof Refusal ? error.message : "The yardstick could not be measured.";
    end.show({ type: "failed", reason, detail: String(error) }, true);
  }
});

copy.addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(text);
    say(status, "The table is in the clipboard.");
  } catch {
    say(status, "This browser does not let a page copy. Select the table by hand.");
  }
});

takeWaitingVersion();

const askPython = () => line.ask({ about: "bench" }).answer;

/** @param {number} share */
function showProgress(share) {
  byId("track-fill", HTMLElement).style.setProperty("--done", String(share));
}

/** @param {import("./rounds.js").Report} report */
function show({ rows, milestones, deviation, examples }) {
  const equal = deviation <= TOLERANCE;
  text = markdown(rows, machine);
  showRows(byId("bench-rows", HTMLTableSectionElement), rows);
  say(
    byId("bench-deviation", HTMLElement),
    `In ${examples} updates its errors differ from Python’s by ${deviation.toExponential(1)} at most: ` +
      `${equal ? "✓ the same work" : "⚠ not the same work"}.`,
  );
  root.dataset.equal = String(equal);
  say(
    byId("bench-milestones", HTMLElement),
    `All 16,384 sums are tried in ${milliseconds(milestones.allPairs)}; the preset “fixed” takes ` +
      `${milliseconds(milestones.untilProved)} from random weights to all sums right and proved.`,
  );
  enter("measured", "Measured. Another day brings other speeds, but much the same ratios.");
  keep();
}

/** Only now, since fetching all files beside it would be measured too. */
function keep() {
  if (kept.textContent) return;
  keepOffline({
    kept: () => say(kept, "This page is kept in this browser: it opens without a network, too."),
    notKept: (why) => say(kept, why),
    waiting: () => {}, // the page that learns tells of new versions
    replaced: () => {},
  });
}

const milliseconds = (/** @type {number} */ seconds) => `${Math.round(1000 * seconds)} ms`;

/**
 * @param {"ready" | "measuring" | "measured"} state
 * @param {string} sentence
 */
function enter(state, sentence) {
  root.dataset.state = state;
  start.disabled = state === "measuring";
  copy.disabled = state !== "measured";
  say(status, sentence);
}
