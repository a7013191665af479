// Runs bytecode.py in Pyodide, whose CPython thereby compiles for itself:
// node bytecode.mjs FOLDER-OF-PYODIDE ARCHIVE NEW-ARCHIVE PLACE [keep-sources]
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, archive, made, place, sources] = process.argv.slice(2);
const recipe = readFileSync(new URL("./bytecode.py", import.meta.url));
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));

// Tables of columns, for the carets under a line of a traceback, are a fifth of all bytecode: here
// they are left out. What a visitor's browser compiles itself has them.
const python = await loadPyodide({ env: { PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1" } });

python.FS.writeFile("bytecode.py", recipe);
python.FS.writeFile("old", readFileSync(archive));
python.pyimport("bytecode").repack("old", "new", place, sources === "keep-sources");
writeFileSync(made, python.FS.readFile("new"));
