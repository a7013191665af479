// Runs inside the worker: PyScript imports it as its interpreter and calls loadPyodide.
// It reports the stages of starting, asks for the packages by the lock file (no micropip), and
// checks what Pyodide does not: a missing file would hang for ever, a refused package pass unseen.
import { loadPyodide as load, version } from "./pyodide/pyodide.mjs";

const PACKAGES = ["numpy", "binadd"];
const NEEDED = ["pyodide.asm.wasm", "pyodide.asm.mjs", "python_stdlib.zip", "pyodide-lock.json"];
const base = new URL("./pyodide/", import.meta.url).href;

const report = (stage) => postMessage({ type: "boot", stage });

async function checkFile(name) {
  const answer = await fetch(base + name, { method: "HEAD" }).catch((error) => ({ error }));
  if (!answer.ok) throw new Error(`cannot fetch ${name}: ${answer.status ?? answer.error.message}`);
}

function reportArrival() {
  const seen = new PerformanceObserver((list) => {
    if (list.getEntriesByType("resource").some((entry) => entry.name.endsWith(".wasm"))) {
      seen.disconnect();
      report("interpreter");
    }
  });
  seen.observe({ type: "resource" });
}

async function loadPyodide(options) {
  report("runtime");
  await Promise.all(NEEDED.map(checkFile));
  reportArrival();
  const pyodide = await load({ ...options, indexURL: base, packages: PACKAGES });
  const missing = PACKAGES.filter((name) => !(name in pyodide.loadedPackages));
  if (missing.length) throw new Error(`not loaded, or refused for its digest: ${missing}`);
  report("packages");
  return pyodide;
}

export { loadPyodide, version };
