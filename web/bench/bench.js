// @ts-check
/** The page that measures: the same worker as on the page that teaches, asked how fast it is. */

import { byId, say } from "../dom.js";
import { keepOffline, takeWaitingVersion } from "../offline.js";
import { failure } from "../panels/failure.js";
import { bootProgress } from "../panels/progress.js";
import { Trainer } from "../trainer.js";
import { measure } from "./rounds.js";
import { browserName, markdown, showRows } from "./table.js";

/** @typedef {import("../messages.js").WorkerEvent | import("../trainer.js").Download} Heard */

const TOLERANCE = 1e-10; // what rounding may do to an error in a thousand updates

const root = document.documentElement;
const start = byId("measure", HTMLButtonElement);
const copy = byId("copy", HTMLButtonElement);
const status = byId("bench-status", HTMLElement);
const kept = byId("kept", HTMLElement);
const end = failure();
const boot = bootProgress({
  sentence: byId("boot-stage", HTMLElement),
  bar: byId("boot-bar", HTMLProgressElement),
  list: byId("boot-stages", HTMLElement),
});

let machine = ""; // what is measured on, in words
let asked = 0; // number of the newest question
let text = ""; // the table as Markdown
/** @type {(bench: import("../messages.js").Bench) => void} */
let answered = () => {};

/** @type {{[Kind in Heard["type"]]?: (event: Extract<Heard, {type: Kind}>) => void}} */
const handlers = {
  download: (bytes) => boot.count(bytes),
  boot: ({ stage }) => boot.reach(stage),
  ready({ python, numpy }) {
    const cores = `${navigator.hardwareConcurrency} cores`;
    machine = `${browserName(navigator.userAgent)}, ${cores}, Python ${python}, NumPy ${numpy}`;
    say(byId("bench-machine", HTMLElement), machine);
    enter("ready", "This will take about ten seconds.");
  },
  answer: ({ result }) => answered(result),
  failed(event) {
    end.show(event, root.dataset.state !== "loading");
    start.disabled = true;
  },
};

const trainer = new Trainer((event) => {
  /** @type {any} */ (handlers[event.type])?.(event);
});

start.addEventListener("click", async () => {
  enter("measuring", "Measuring; leave this tab in front.");
  try {
    show(await measure(askPython, showProgress));
  } catch (error) {
    const reason = "The yardstick could not be measured.";
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

/** @returns {Promise<import("../messages.js").Bench>} */
function askPython() {
  asked += 1;
  trainer.send({ type: "ask", id: asked, about: "bench" });
  return new Promise((resolve) => {
    answered = resolve;
  });
}

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
