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

/**
 * @param {(event: WorkerEvent | Download) => void} hear
 * @returns {{send: (command: Command) => void}}
 */
export function startTrainer(hear) {
  /** @type {PythonWorker | undefined} */
  let worker;
  let generation = 0;
  let over = false;

  const watchdog = watch(SILENCE, () =>
    fail(`Python gave no sign of life for ${SILENCE / 1000} seconds while it was starting.`),
  );

  /**
   * @param {string} reason
   * @param {string} [detail]
   */
  function fail(reason, detail = "") {
    receive({ type: "failed", reason, detail });
  }

  /** @param {WorkerEvent | Download} event */
  function receive(event) {
    if (over) return;
    watchdog.feed();
    if (event.type === "run") generation = event.generation;
    if (event.type === "frame" && event.generation !== generation) return;
    if (event.type === "failed") over = true;
    if (event.type === "failed" || event.type === "ready") watchdog.stop();
    hear(event);
  }

  const bootFailed = (/** @type {unknown} */ error) => {
    const cause = error instanceof Error ? error.message : String(error);
    if (watchdog.watching) fail(`Python could not be started: ${cause}`, textOf(error));
  };
  addEventListener("error", (event) => bootFailed(event.error ?? event.message));
  addEventListener("unhandledrejection", (event) => bootFailed(event.reason));

  downloadRuntime((bytes) => receive({ type: "download", ...bytes })).catch((error) => {
    if (watchdog.watching) fail(error.message, textOf(error));
  });
  startWorker((started) => {
    worker = started;
    worker.addEventListener("message", ({ data }) => {
      if (data?.type) receive(data); // PyScript talks over the same line
    });
    worker.addEventListener("error", (event) => {
      fail("Python stopped because of an error.", event.message);
    });
    worker.ready.catch(bootFailed);
  }).catch(bootFailed);

  return { send: (command) => worker?.postMessage(command) };
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

/** @param {unknown} error */
const textOf = (error) => (error instanceof Error ? (error.stack ?? error.message) : String(error));
