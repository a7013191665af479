// @ts-check
// Runs what a visitor has written, in a worker of its own that is thrown away. It is started from a blob
// (trial-client.js): so the page's Content-Security-Policy holds here, and no other host is reached. What
// could outlive this worker, or harm the page, is taken away before Python starts.
import { startPyodide } from "./start-pyodide.js";

const LASTING = ["caches", "indexedDB", "BroadcastChannel", "Worker", "SharedWorker"];
const MOST_MEMORY = 768 * 2 ** 20; // bytes that Python may take; a phone has little more
const PLAIN = "A visitor's Python does without the image of its memory. ";
const PAGE = 65_536; // bytes, in which WebAssembly counts its memory

/** Take away what is kept when the worker ends, and what would begin another. */
function takeAway() {
  const { prototype } = Reflect.get(globalThis, "WorkerGlobalScope");
  for (const name of LASTING) {
    Reflect.deleteProperty(prototype, name);
    Reflect.deleteProperty(globalThis, name);
    Object.defineProperty(globalThis, name, { value: undefined });
  }
  for (const name of ["storage", "serviceWorker", "locks"])
    Object.defineProperty(navigator, name, { value: undefined });
}

/** Python then says itself that there is no more memory. */
function limitMemory() {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + Number(pages) * PAGE > MOST_MEMORY)
      throw new RangeError("no more memory for a visitor's code");
    return grow.call(this, pages);
  };
}

/** @param {{functions: string, settings: object, challenge: string, compiled: object}} asked */
async function attempt({ functions, settings, challenge, compiled }) {
  takeAway();
  limitMemory();
  const folder = new URL("./pyodide/", import.meta.url).href;
  const quiet = { stdout: () => {}, stderr: () => {} };
  const python = await startPyodide(folder, quiet, (why) => console.info(PLAIN + why), compiled);
  postMessage({ type: "began" });
  const telling = python.pyimport("binadd.trying.telling");
  for (const event of telling.tell(functions, JSON.stringify(settings), challenge))
    postMessage(JSON.parse(event));
}

addEventListener("message", ({ data }) => {
  attempt(data).catch((error) => postMessage({ type: "gone", reason: String(error) }));
});
postMessage({ type: "ready" });
