// @ts-check
/**
 * Fetches the files that start Python ahead of the worker: for the loading bar, which thereby
 * counts real bytes, into the browser's cache, where the worker finds them, and to see that they
 * are sound, since a worker would wait for ever on some that are not. It begins when this module is
 * first imported, while the page's other modules are still on their way.
 *
 * @typedef {{loaded: number, total: number}} Bytes
 * @typedef {Record<string, import("./sound.js").Wanted>} Files
 */

import { check, request, requestAfresh } from "./sound.js";

const LIST = "files.json";
const LARGE = ["pyodide.asm.wasm", "python_stdlib.zip", "pyodide.asm.mjs"].map(
  (name) => `pyodide/${name}`, // they are asked for before the list of all files is here
);

/** @type {(bytes: Bytes) => void} */
let report = () => {};
const whole = download();
whole.catch(() => {}); // whoever calls downloadRuntime hears of it

/**
 * Hear how far it is. Resolves with the names of the files that were damaged at first, rejects with
 * a FileError for the first that cannot be had.
 * @param {(bytes: Bytes) => void} hear
 * @returns {Promise<string[]>}
 */
export function downloadRuntime(hear) {
  report = hear;
  return whole;
}

async function download() {
  if (document.documentElement.dataset.unable) return []; // nothing could be made of it here
  const early = new Map(LARGE.map((name) => [name, request(name)]));
  for (const answer of early.values()) answer.catch(() => {}); // heard of below
  /** @type {Files} */
  const files = await (await request(LIST)).json();
  const arrived = counter(files);
  const names = Object.keys(files);
  const sound = await Promise.all(
    names.map((name) => fetchOne(name, files[name], early.get(name) ?? request(name), arrived)),
  );
  return names.filter((_, place) => !sound[place]);
}

/** @param {Files} files */
function counter(files) {
  const total = Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0);
  let loaded = 0;
  return (/** @type {number} */ bytes) => {
    loaded += bytes;
    report({ loaded: Math.min(loaded, total), total });
  };
}

/**
 * @param {string} name
 * @param {import("./sound.js").Wanted} wanted
 * @param {Promise<Response>} asked
 * @param {(bytes: number) => void} arrived
 * @returns {Promise<boolean>}  was it sound at once?
 */
async function fetchOne(name, wanted, asked, arrived) {
  try {
    await check(name, await asked, wanted, arrived);
    return true;
  } catch {
    await check(name, await requestAfresh(name), wanted, () => arrived(0));
    return false;
  }
}
