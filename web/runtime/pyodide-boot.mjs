// @ts-check
// Runs inside the worker: PyScript imports it as its interpreter and calls loadPyodide.
// It reports the stages of starting; start-pyodide.js starts it.
// Missing and damaged files, on which Pyodide would wait for ever, are noticed by download.js.
import "./no-indexeddb.js";
import { version } from "./pyodide/pyodide.mjs";
import { startPyodide } from "./start-pyodide.js";

const base = new URL("./pyodide/", import.meta.url).href;

// PyScript's Python library is for pages that Python writes, and importing it takes a tenth of the
// start. We need none of it, so PyScript finds an empty module where it would import its own.
const NO_LIBRARY = "import sys, types; sys.modules['pyscript'] = types.ModuleType('pyscript')";

/** @param {import("./messages.js").Boot["stage"]} stage */
const report = (stage) => postMessage({ type: "boot", stage });

/** @param {string} why  Python starts from nothing, although there is an image of its memory */
const reportPlain = (why) => postMessage({ type: "boot", stage: "plain", why });

/** The runtime has arrived when its largest file has, the WebAssembly; then Python starts. */
function reportArrival() {
  const observer = new PerformanceObserver((list) => {
    if (!list.getEntries().some(({ name }) => name.endsWith(".wasm"))) return;
    observer.disconnect();
    report("interpreter");
  });
  observer.observe({ type: "resource" });
}

/** As long as this worker lives it holds a lock: whoever waits for that hears of its end. */
function holdLock() {
  const lock = `binadd ${Math.random()}`;
  const hold = () => {
    postMessage({ type: "alive", lock });
    return new Promise(() => {});
  };
  navigator.locks?.request(lock, hold).catch(() => {}); // refused where site data is blocked
}

/** @param {object} options  PyScript's own */
async function loadPyodide(options) {
  report("runtime");
  reportArrival();
  const compiled = {};
  const pyodide = await startPyodide(base, options, reportPlain, compiled);
  pyodide.runPython(NO_LIBRARY);
  report("packages");
  postMessage({ type: "compiled", compiled });
  return pyodide;
}

holdLock();

export { loadPyodide, version };
