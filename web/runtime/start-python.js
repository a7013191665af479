// @ts-check
/** How Python is started in a worker: the page's only contact with PyScript. */

import "./no-indexeddb.js"; // before PyScript

/** @typedef {import("./pyscript/core.js").PythonWorker} PythonWorker */

/** @type {Promise<typeof import("./pyscript/core.js")> | undefined} */
let prepared;
/** @type {(worker: PythonWorker) => void} */
let tell = () => {};

/**
 * Start worker.py by PyScript's JavaScript interface: its script tag is not valid HTML, and its
 * progress events do not reach a page that is not cross-origin isolated. pyodide-boot.mjs, which PyScript
 * takes for its interpreter, sends ours instead.
 * @param {(worker: PythonWorker) => void} started  called as soon as there is one to listen to
 */
export async function startPython(started) {
  prepared ??= prepare();
  const { PyWorker } = await prepared;
  tell = started;
  const version = new URL("./pyodide-boot.mjs", import.meta.url).href;
  await PyWorker("./worker.py", { version, config: { sync_main_only: true }, async: true });
}

async function prepare() {
  const core = await import("./pyscript/core.js");
  core.hooks.worker.onBeforeRunAsync.clear(); // its one default hook would need unsafe-eval
  core.hooks.main.onWorker.add((_, worker) => tell(worker));
  await customElements.whenDefined("py-script"); // before that the worker would lack its modules
  return core;
}
