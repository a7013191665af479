// @ts-check
/**
 * The worker's only acquaintance: starts Python in it, sends commands, passes events on.
 * A start that fails, in whatever way, and an end in mid-training become one `failed` event and
 * never a silence. After that the run can be revived in a new worker.
 *
 * @typedef {import("./messages.js").WorkerEvent} WorkerEvent
 * @typedef {import("./messages.js").Command} Command
 * @typedef {import("./messages.js").Restore} Restore
 * @typedef {import("./start-python.js").PythonWorker} PythonWorker
 * @typedef {{type: "download"} & import("./download.js").Bytes} Download
 */

import { compiledHere } from "./compiled.js";
import { downloadPlain, downloadRuntime } from "./download.js";
import { isOurError, isOurRejection } from "./our-errors.js";
import { Pulse } from "./heartbeat.js";
import { startPython } from "./start-python.js";
import { FileError } from "./file-check.js";
import { Watchdog } from "./watchdog.js";

const SILENCE = 60_000; // milliseconds without any sign of progress before we give up a start
const BLAME = 3000; // milliseconds without a byte, after which no file is found to be at fault
const WHILE_REVIVING = ["boot", "ready", "rewound", "failed"]; // the rest is of a run unasked for

export class Trainer {
  #hear;
  /** @type {PythonWorker | undefined} */
  #worker;
  #pulse = new Pulse(() => {});
  #starts = 0;
  #generation = 0;
  #over = false;
  /** @type {Restore | null} */
  #reviving = null;
  #watchdog = new Watchdog(SILENCE, () =>
    this.#fail(`Python gave no sign of life for ${SILENCE / 1000} seconds while it was starting.`),
  );
  #giveUp = () => {};
  #patience = new Watchdog(BLAME, () => this.#giveUp());
  #files;

  /** @param {(event: WorkerEvent | Download) => void} hear */
  constructor(hear) {
    this.#hear = hear;
    const bootFailed = (/** @type {unknown} */ error) => this.#bootFailed(error);
    addEventListener("error", (event) => {
      if (isOurError(event)) bootFailed(event.error ?? event.message);
    });
    addEventListener("unhandledrejection", (event) => {
      if (isOurRejection(event)) bootFailed(event.reason);
    });
    this.#files = downloadRuntime((bytes) => this.#receive({ type: "download", ...bytes }));
    this.#files.then(() => performance.mark("boot: files")).catch(() => {}); // heard of beside this
    this.#await(this.#files);
    const { unable } = document.documentElement.dataset; // as browser-check.js found
    if (unable) queueMicrotask(() => this.#fail(unable));
    else this.#start();
  }

  /** @param {Command} command */
  send(command) {
    if (!this.#over) this.#worker?.postMessage(command);
  }

  /**
   * After a failure: go on in a new worker.
   * @param {Restore} restore  answered by `rewound`
   */
  revive(restore) {
    this.#reviving = restore;
    this.#start();
  }

  /**
   * A worker may have got a file that was damaged and has been mended since.
   * @param {Promise<string[]>} files
   */
  #await(files) {
    files.then(
      (mended) => {
        if (mended.length && this.#watchdog.watching) this.#start();
      },
      (error) => this.#bootFailed(error),
    );
  }

  /**
   * Python starts from nothing, which takes longer, and other files.
   * @param {string} [why]
   */
  #expectPlain(why) {
    console.info(`Python does without the image of its memory. ${why}`);
    const more = downloadPlain();
    this.#await(more);
    this.#files = Promise.all([this.#files, more]).then((mended) => mended.flat());
    this.#files.catch(() => {}); // #blame hears of it
  }

  /** Start a worker, in the place of one that may be there. */
  #start() {
    this.#end();
    this.#starts += 1;
    this.#over = false;
    this.#watchdog.start();
    this.#pulse = new Pulse((reason) => this.#fail(reason));
    startPython((worker) => this.#listen(worker)).catch((error) => this.#bootFailed(error));
  }

  #end() {
    this.#watchdog.stop();
    this.#pulse.stop();
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  /** @param {PythonWorker} worker */
  #listen(worker) {
    this.#worker?.terminate();
    this.#worker = worker;
    worker.addEventListener("message", ({ data }) => {
      // PyScript talks over the same line; what an ended worker still says is of no interest
      if (data?.type && worker === this.#worker) this.#receive(data);
    });
    worker.addEventListener("error", ({ message }) => {
      if (worker === this.#worker) this.#fail("Python stopped because of an error.", message);
    });
  }

  /** @param {WorkerEvent | Download} event */
  #receive(event) {
    if (this.#over) return;
    this.#watchdog.feed();
    this.#patience.feed();
    this.#pulse.heard();
    if (event.type === "boot") performance.mark(`boot: ${event.stage}`); // for developer tools
    if (event.type === "boot" && event.stage === "plain") this.#expectPlain(event.why);
    if (event.type === "ready") performance.mark("boot: ready"); // and `build.py bench`
    if (event.type === "compiled") return void Object.assign(compiledHere, event.compiled);
    if (event.type === "alive") return this.#pulse.watchLock(event.lock);
    if (this.#reviving && !WHILE_REVIVING.includes(event.type)) return;
    if (event.type === "run" || event.type === "rewound") this.#generation = event.generation;
    if (event.type === "frame" && event.generation !== this.#generation) return;
    if (event.type === "rewound") this.#reviving = null;
    if (event.type === "failed") this.#over = true;
    if (this.#over) this.#end();
    this.#hear(event);
    if (event.type === "ready") this.#begin();
  }

  #begin() {
    this.#watchdog.stop();
    if (this.#reviving) this.send(this.#reviving);
    this.#pulse.beat(() => this.send({ type: "checkpoint" }));
  }

  /**
   * While Python starts (later errors are not about the start): if a file is to blame, name it.
   * @param {unknown} error
   */
  async #bootFailed(error) {
    if (!this.#watchdog.watching) return;
    const start = this.#starts;
    const found = error instanceof FileError ? error : await this.#blame();
    if (!this.#watchdog.watching || start !== this.#starts) return;
    const cause = found ?? (error instanceof Error ? error : new Error(String(error)));
    const detail = found?.detail || cause.stack;
    this.#fail(`Python could not be started: ${cause.message}.`, detail, found?.file);
  }

  /**
   * Wait until the files' check has found whose fault a failure is, for as long as bytes arrive.
   * @returns {Promise<FileError | undefined>}
   */
  #blame() {
    return new Promise((resolve) => {
      this.#giveUp = () => resolve(undefined);
      this.#patience.start();
      this.#files.then(
        () => resolve(undefined),
        (error) => resolve(error instanceof FileError ? error : undefined),
      );
    });
  }

  /**
   * @param {string} reason
   * @param {string} [detail]
   * @param {string} [file]  to blame
   */
  #fail(reason, detail = "", file = "") {
    this.#receive({ type: "failed", reason, detail, file });
  }
}
