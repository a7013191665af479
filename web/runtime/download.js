// @ts-check
/**
 * Fetches the files that start Python ahead of the worker that will: for the loading bar, which
 * thereby counts real bytes, into the browser's cache, where that worker finds them, and to see that
 * they are sound, since it would wait for ever on some that are not. It begins when this module is
 * first imported, while the page's other modules are still on their way. What Python needs only if it
 * cannot start from its image comes when that is known.
 *
 * @typedef {{loaded: number, total: number}} Bytes
 * @typedef {Bytes | {mended: string[]} | {fault: [file: string, what: string, detail: string]}} Told
 *   what the worker says; the last of it is one of the latter two
 */

import { FileError } from "./file-check.js";

const SCRIPT = "download-worker.js";

/** @type {(bytes: Bytes) => void} */
let report = () => {};
const whole = download("image");
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

/**
 * The same of the files that Python needs besides if it starts from nothing.
 * @returns {Promise<string[]>}
 */
export const downloadPlain = () => download("plain");

/**
 * @param {"image" | "plain"} name  whose files: those of the usual start, or the others
 * @returns {Promise<string[]>}
 */
async function download(name) {
  if (document.documentElement.dataset.unable) return []; // nothing could be made of it here
  const worker = new Worker(`./${SCRIPT}`, { type: "module", name });
  try {
    return await new Promise((resolve, reject) => {
      worker.onerror = () => reject(new FileError(SCRIPT, "cannot be fetched, or does not run"));
      worker.onmessage = (/** @type {MessageEvent<Told>} */ { data }) => {
        if ("mended" in data) resolve(data.mended);
        else if ("fault" in data) reject(new FileError(...data.fault));
        else report(data);
      };
    });
  } finally {
    worker.terminate();
  }
}
