// @ts-check
/**
 * The worker's only acquaintance: starts Python in it, sends commands, passes events on.
 * A start that fails, in whatever way, ends in one `failed` event and never in a silence.
 *
 * @typedef {import("./messages.js").WorkerEvent} WorkerEvent
 * @typedef {import("./messages.js").Command} Command
 * @typedef {import("./pyscript/core.js").PythonWorker} PythonWorker
 * @typedef {{type: "download"} & import("./download.js").Bytes} Download
 */

import { downloadRuntime } from "./download.js";

const SILENCE = 30_000; // milliseconds without any sign of progress before we give up

export class Trainer {
  #hear;
  /** @type {PythonWorker | undefined} */
  #worker;
  #generation = 0;
  #over = false;
  #watchdog = watch(SILENCE, () =>
    this.#fail(`Python gave no sign of life for ${SILENCE / 1000} seconds while it was starting.`),
  );

  /** @param {(event: WorkerEvent | Download) => void} hear */
  constructor(hear) {
    this.#hear = hear;
    const bootFailed = (/** @type {unknown} */ error) => this.#bootFailed(error);
    addEventListener("error", (event) => bootFailed(event.error ?? event.message));
    addEventListener("unhandledrejection", (event) => bootFailed(event.reason));
    downloadRuntime((bytes) => this.#receive({ type: "download", ...bytes })).catch(bootFailed);
    startWorker((worker) => this.#listen(worker)).catch(bootFailed);
  }

  /** @param {Command} command */
  send(command) {
    this.#worker?.postMessage(command);
  }

  /** @param {PythonWorker} worker */
  #listen(worker) {
    this.#worker = worker;
    worker.addEventListener("message", ({ data }) => {
      if (data?.type) this.#receive(data); // PyScript talks over the same line
    });
    worker.addEventListener("error", ({ message }) =>
      this.#fail("Python stopped because of an error.", message),
    );
  }

  /** @param {WorkerEvent | Download} event */
  #receive(event) {
    if (this.#over) return;
    if (event.type === "run" || event.type === "rewound") this.#generation = event.generation;
    if (event.type === "frame" && event.generation !== this.#generation) return;
    this.#over = event.type === "failed";
    if (this.#over || event.type === "ready") this.#watchdog.stop();
    this.#watchdog.feed();
    this.#hear(event);
  }

  /** @param {unknown} error  while Python starts; later ones are not about the start */
  #bootFailed(error) {
    if (!this.#watchdog.watching) return;
    const cause = error instanceof Error ? error : new Error(String(error));
    this.#fail(`Python could not be started: ${cause.message}`, cause.stack);
  }

  /**
   * @param {string} reason
   * @param {string} [detail]
   */
  #fail(reason, detail = "") {
    this.#receive({ type: "failed", reason, detail });
  }
}

/**
 * Start worker.py by PyScript's JavaScript interface: its script tag is not valid HTML, and its
 * progress events do not reach a page that is not cross-origin isolated. boot.mjs, which PyScript
 * takes for its interpreter, sends ours instead.
 * @param {(worker: PythonWorker) => void} started  called as soon as there is one to listen to
 */
async function startWorker(started) {
  const { hooks, PyWorker } = await import("./pyscript/core.js");
  hooks.worker.onBeforeRunAsync.clear(); // its one default hook would need unsafe-eval
  hooks.main.onWorker.add((_, worker) => started(worker));
  await customElements.whenDefined("py-script"); // before that the worker would lack its modules
  const version = new URL("./boot.mjs", import.meta.url).href;
  await PyWorker("./worker.py", { version, config: { sync_main_only: true }, async: true });
}

/**
 * A timer that calls `bark` when it was not fed for so many milliseconds.
 * @param {number} patience
 * @param {() => void} bark
 */
function watch(patience, bark) {
  let timer = setTimeout(bark, patience);
  return {
    watching: true,
    feed() {
      clearTimeout(timer);
      if (this.watching) timer = setTimeout(bark, patience);
    },
    stop() {
      this.watching = false;
      clearTimeout(timer);
    },
  };
}
