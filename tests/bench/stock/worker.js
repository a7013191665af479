import { loadPyodide } from "./pyodide/pyodide.mjs";

const tell = (stage, at = performance.now()) =>
  postMessage({ stage, at: performance.timeOrigin + at });

tell("runtime");
const python = await loadPyodide({ packages: ["numpy"] });
tell("packages");
python.runPython("import numpy");
tell("network");
const files = performance.getEntriesByType("resource");
tell("files", Math.max(...files.map(({ responseEnd }) => responseEnd)));
tell("ready");
