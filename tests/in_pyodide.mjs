// Runs Python from standard input in the site's own Pyodide, which starts as in a worker, and prints
// the value of `found` as JSON: node in_pyodide.mjs FOLDER-OF-PYODIDE WAY
// WAY is `image`, or what is the matter with the site (FAULTS). On the standard error stands what the
// developer tools would be told.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { deflateSync, inflateSync } from "node:zlib";

const [folder, way] = process.argv.slice(2);

/** The image is another's: its memory would lie elsewhere. */
function foreign(content) {
  const text = inflateSync(content).toString("latin1");
  return deflateSync(Buffer.from(text.replace(/"heap":\d/, '"heap":9'), "latin1"));
}

function damaged(content) {
  content[content.length >> 1] ^= 1;
  return content;
}

function withoutImage(content) {
  const { image, ...lock } = JSON.parse(content);
  return Buffer.from(JSON.stringify(lock));
}

let asked = 0;
const FAULTS = {
  image: {},
  plain: { "pyodide-lock.json": withoutImage },
  broken: { "memory.image": damaged },
  foreign: { "memory.image": foreign },
  "late-fault": { "python_stdlib.zip": (content) => (asked++ ? content : damaged(content)) },
};

function content(path) {
  const alter = FAULTS[way][basename(path)] ?? ((content) => content);
  return new Uint8Array(alter(readFileSync(path)));
}

// What a worker has and Node has not: requests for files of the site.
globalThis.fetch = async (url) => new Response(content(url));
globalThis.XMLHttpRequest = class {
  status = 200;
  open(_, url) {
    this.response = content(url).buffer;
  }
  send() {}
};
console.info = console.error;
process.on("uncaughtException", ({ message }) => {
  console.error(message); // without the script's only line, of a megabyte, which Node would show
  process.exit(1);
});

const { startPyodide } = await import(pathToFileURL(join(folder, "../start-pyodide.js")));
const python = await startPyodide(`${folder}/`, {}, (why) => console.error(`plain: ${why}`));
python.runPython(readFileSync(0, "utf-8"));
console.log(python.runPython("import json; json.dumps(found)"));
process.exit(0);
