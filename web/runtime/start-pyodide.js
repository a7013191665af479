// @ts-check
/**
 * Starts Pyodide with NumPy and binadd, in any worker: from the image of Python's memory, and where
 * that cannot be, from nothing. What the image lacks comes when it is imported.
 *
 * @typedef {import("./compile.js").Compiled} Compiled
 * @typedef {import("./late-files.js").Archive} Archive
 * @typedef {object} Kept  of an image
 * @property {string} file_name
 * @property {string} integrity
 * @property {string} header  what Pyodide wants to read itself, in base64
 * @typedef {object} Lock  what is used of pyodide-lock.json
 * @property {Record<string, Archive>} packages
 * @property {Archive} stdlib
 * @property {Kept} [image]  none if the site was built without
 * @typedef {import("./pyodide/pyodide.mjs").PyodideAPI} Pyodide
 */

import { compileAnyhow } from "./compile.js";
import { broughtBy } from "./late-files.js";
import { Image, restored, SURROUNDINGS } from "./python-image.js";

const PACKAGES = ["numpy", "binadd"];
const LOCK = "pyodide-lock.json";

/**
 * @param {string} folder  the address of Pyodide's files, with a slash
 * @param {object} options  Pyodide's own
 * @param {(why: string) => void} tellPlain  hears why there is an image that could not be used
 * @param {Compiled} compiled  by another worker; what it lacks is put into it
 * @returns {Promise<Pyodide>}  rejects if NumPy or binadd is missing, or nothing can be compiled
 */
export function startPyodide(folder, options, tellPlain, compiled = {}) {
  const fault = compileAnyhow(compiled);
  return Promise.race([start(folder, options, tellPlain, compiled), fault]);
}

/**
 * @param {string} folder
 * @param {object} options
 * @param {(why: string) => void} tellPlain
 * @param {Compiled} compiled
 */
async function start(folder, options, tellPlain, compiled) {
  const { loadPyodide } = await import(`${folder}pyodide.mjs`);
  const load = (/** @type {object} */ more) =>
    loadPyodide({ ...options, ...surroundings(), indexURL: folder, ...more });
  const lock = await readLock(folder);
  if (lock.image) {
    try {
      return await fromImage(folder, load, lock, lock.image, compiled);
    } catch (error) {
      tellPlain(String(error));
    }
  }
  return whole(await load({ packages: PACKAGES }));
}

const surroundings = () => ({ ...SURROUNDINGS, env: { ...SURROUNDINGS.env } }); // Pyodide adds to it

/**
 * @param {string} folder
 * @returns {Promise<Lock>}
 */
async function readLock(folder) {
  const answer = await fetch(folder + LOCK);
  if (!answer.ok) throw new Error(`${LOCK}: the server answered ${answer.status}`);
  return answer.json();
}

/**
 * Pyodide lets a missing or refused package pass unseen.
 * @param {Pyodide} python
 */
function whole(python) {
  const missing = PACKAGES.filter((name) => !(name in python.loadedPackages));
  if (!missing.length) return python;
  throw new Error(`Missing, or refused for its digest: ${missing.join(" and ")}`);
}

/**
 * @param {string} folder
 * @param {(more: object) => Promise<Pyodide>} load
 * @param {Lock} lock
 * @param {Kept} kept
 * @param {Compiled} compiled
 */
async function fromImage(folder, load, lock, kept, compiled) {
  const arriving = fetchImage(folder, kept);
  arriving.catch(() => {}); // heard of below, in any case
  const { default: create } = await import(`${folder}pyodide.asm.mjs`);
  const python = await load({
    createPyodideModule: restored(create, arriving, compiled),
    _loadSnapshot: Uint8Array.from(atob(kept.header), (letter) => letter.charCodeAt(0)),
    stdLibURL: folder + LOCK, // Pyodide insists on a file in its place: one that is here already
  });
  python.FS.unlink("/lib/python314.zip");
  for (const [path, text] of Object.entries((await arriving).about.sources)) {
    python.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    python.FS.writeFile(path, text);
  }
  for (const name of PACKAGES) python.loadedPackages[name] = "default channel";
  python.pyimport("binadd_image").wake(broughtBy(python, folder, lock));
  return python;
}

/**
 * @param {string} folder
 * @param {Kept} kept
 */
async function fetchImage(folder, { file_name, integrity }) {
  const answer = await fetch(folder + file_name, { integrity });
  if (!answer.ok || !answer.body)
    throw new Error(`${file_name}: the server answered ${answer.status}`);
  const unpacked = answer.body.pipeThrough(new DecompressionStream("deflate"));
  return new Image(new Uint8Array(await new Response(unpacked).arrayBuffer()));
}
