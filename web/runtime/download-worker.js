// @ts-check
/**
 * A worker of download.js: fetches the files and digests them, so that the page has time to draw.
 * Its own name says for which start of Python: `image`, and where there is none from nothing, or
 * `plain`, for what that start needs besides.
 */

import { spoilt } from "./headers.js";
import { check, FileError, request, requestAfresh } from "./file-check.js";

/** @typedef {Record<string, import("./file-check.js").Wanted>} Files */

const LIST = "files.json";
const START = self.name;
const LARGE = ["pyodide/pyodide.asm.wasm", "pyodide/pyodide.asm.mjs"];
const EARLY = START === "image" ? LARGE : []; // asked for before the list of all files is here

/** @param {import("./download.js").Told} told */
const tell = (told) => postMessage(told);

async function download() {
  const early = new Map(EARLY.map((name) => [name, request(name)]));
  for (const answer of early.values()) answer.catch(() => {}); // heard of below
  const files = pick(await readList(await request(LIST)));
  const arrived = counter(files);
  const names = Object.keys(files);
  const mended = await Promise.all(
    names.map((name) => fetchOne(name, files[name], early.get(name) ?? request(name), arrived)),
  );
  return names.filter((_, place) => mended[place]);
}

/**
 * @param {Response} answer
 * @returns {Promise<Files>}
 */
async function readList(answer) {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new FileError(LIST, spoilt(answer, bytes) || "arrived damaged", String(error));
  }
}

/**
 * @param {Files} files
 * @returns {Files}  those of this start
 */
function pick(files) {
  const isPlain = START === "plain";
  const mine = Object.entries(files).filter(([, { only }]) => (only === "plain") === isPlain);
  return Object.fromEntries(mine);
}

/** @param {Files} files */
function counter(files) {
  const total = Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0);
  let loaded = 0;
  return (/** @type {number} */ bytes) => {
    loaded += bytes;
    tell({ loaded: Math.min(loaded, total), total });
  };
}

/**
 * @param {string} name
 * @param {import("./file-check.js").Wanted} wanted
 * @param {Promise<Response>} asked
 * @param {(bytes: number) => void} arrived
 * @returns {Promise<boolean>}  was it damaged, and is it mended?
 */
async function fetchOne(name, wanted, asked, arrived) {
  try {
    await check(name, await asked, wanted, arrived);
    return false;
  } catch {
    const mended = fetchAfresh(name, wanted, () => arrived(0));
    return wanted.only === "image" ? mended.catch(() => false) : mended; // Python can do without
  }
}

/**
 * @param {string} name
 * @param {import("./file-check.js").Wanted} wanted
 * @param {() => void} arrived
 */
async function fetchAfresh(name, wanted, arrived) {
  await check(name, await requestAfresh(name), wanted, arrived);
  return true;
}

/**
 * @param {unknown} error
 * @returns {[file: string, what: string, detail: string]}
 */
const faultOf = (error) =>
  error instanceof FileError ? [error.file, error.what, error.detail] : ["", String(error), ""];

download().then(
  (mended) => tell({ mended }),
  (error) => tell({ fault: faultOf(error) }),
);
