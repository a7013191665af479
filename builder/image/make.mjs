// Makes an image of Python's memory: node make.mjs JOB.json. README.md beside this tells how.
import "./still.mjs";
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { dataOf, loadEarly, placesOf, SURROUNDINGS } from "../../web/runtime/python-image.js";
import { sweep } from "./sweep.mjs";

const job = JSON.parse(readFileSync(process.argv[2], "utf-8"));
const { loadPyodide } = await import(pathToFileURL(`${job.pyodide}/pyodide.mjs`));
const { default: create } = await import(pathToFileURL(`${job.pyodide}/pyodide.asm.mjs`));
const codes = job.libraries.map(({ file }) => readFileSync(file));

// ---- Python starts, with NumPy's libraries loaded already --------------------------------------

let [places, tables, tableEnd, data] = [];

function createEarly(settings) {
  const libraries = job.libraries.map(({ path }, at) => [path, new WebAssembly.Module(codes[at])]);
  settings.preRun.push((module) => {
    places = placesOf(module);
    tables = loadEarly(module, libraries);
    tableEnd = module.wasmTable.length;
    data = dataOf(module);
  });
  return create(settings);
}

const python = await loadPyodide({
  ...SURROUNDINGS,
  indexURL: job.pyodide,
  stdLibURL: job.stdlib,
  createPyodideModule: createEarly,
  _makeSnapshot: true,
});
const module = python._module;

for (const [path, file] of Object.entries(job.files)) {
  python.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
  python.FS.writeFile(path, readFileSync(file));
}
for (const { path } of job.libraries) python.FS.writeFile(path, ""); // its name will do
python.setStdin({ read: (buffer) => buffer.fill(0).length }); // over what lay there before
python.runPython(`
import gc, importlib, sys
sys.stdin.buffer.read(len(sys.stdin.buffer.peek()))
importlib.invalidate_caches()
for name in ${JSON.stringify(job.imports)}:
    importlib.import_module(name)
sys.modules["binadd_image"].stand_by()
del sys.path[0], importlib, name  # loadPyodide will put the path there again
gc.collect()
del gc, sys
`);

// ---- What the memory knows of the world outside ------------------------------------------------

/** C's structure of a library (dynlink.c). The copy of its file that hangs there is not read again. */
function handleOf({ path }) {
  const { loadedLibsByName, loadedLibsByHandle } = module.LDSO;
  const entries = Object.entries(loadedLibsByHandle);
  const handle = Number(entries.find(([, library]) => library === loadedLibsByName[path])[0]);
  const [copy] = module.HEAPU32.subarray(handle / 4 + 7);
  module._free(copy);
  module.HEAPU32.fill(0, handle / 4 + 7, handle / 4 + 9);
  return handle;
}

const handles = job.libraries.map(handleOf);
for (let place = tableEnd; place < module.wasmTable.length; place++) {
  if (module.wasmTable.get(place)) throw new Error(`function ${place} of the table would be lost`);
}

// ---- The memory, but for what is in the modules anyway -----------------------------------------

const snapshot = python.makeMemorySnapshot();
const header = new Uint32Array(snapshot.buffer)[1];
const memory = snapshot.subarray(header);
sweep(memory, module, data.length);

const { HEAP32, __PyRuntime, __PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET } = module;
const own = __PyRuntime + HEAP32[__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET / 4];
memory.fill(0, own, own + 4); // not every Node has that function

const BLOCK = 64; // bytes that are in the image, or not
const runs = [];
for (let at = 0; at < memory.length; at += BLOCK) {
  if (memory.subarray(at, at + BLOCK).every((byte, i) => byte === (data[at + i] ?? 0))) continue;
  const last = runs.at(-1);
  if (last && last[0] + last[1] === at) last[1] += BLOCK;
  else runs.push([at, BLOCK]);
}

const about = {
  memory: memory.length,
  heap: data.length,
  own,
  libraries: job.libraries.map(({ path }, at) => [path, codes[at].length, tables[at], handles[at]]),
  places,
  runs,
  sources: Object.fromEntries(job.sources.map((path) => [path, readFileSync(job.files[path], "utf-8")])),
};
const text = Buffer.from(JSON.stringify(about));
const length = Buffer.from(Uint32Array.of(text.length).buffer);
const told = runs.map(([from, bytes]) => memory.subarray(from, from + bytes));

// Python's own zlib packs it: Node's is another on every machine.
python.FS.writeFile("image", Buffer.concat([length, text, ...codes, ...told]));
python.runPython(`
import zlib
with open("image", "rb") as plain, open("packed", "wb") as packed:
    packed.write(zlib.compress(plain.read(), 9))
`);
writeFileSync(job.image, python.FS.readFile("packed"));
writeFileSync(job.header, snapshot.subarray(0, header));
