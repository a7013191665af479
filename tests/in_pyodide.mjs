// Runs Python from standard input in the site's own Pyodide, and prints the value of `found` as
// JSON: node in_pyodide.mjs FOLDER-OF-PYODIDE
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const folder = process.argv[2];
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
const python = await loadPyodide({ indexURL: `${folder}/`, packages: ["numpy", "binadd"] });
python.runPython(readFileSync(0, "utf-8"));
console.log(python.runPython("import json; json.dumps(found)"));
