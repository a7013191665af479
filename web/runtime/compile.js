// @ts-check
/**
 * Compiles the WebAssembly of Python, once for all workers of a page: what is compiled can be handed on.
 *
 * @typedef {object} Compiled
 * @property {WebAssembly.Module} [main]  Pyodide itself
 * @property {WebAssembly.Module[]} [libraries]  those of the image, in its order
 */

const FILE = "pyodide.asm.wasm";

/**
 * Pyodide compiles its WebAssembly while it arrives. Browsers refuse that unless the host serves it
 * as application/wasm, and whatever goes wrong then, Pyodide waits for ever. Elsewhere the file is
 * compiled when it is here.
 * @param {Compiled} compiled  by another worker; what it lacks is put into it
 * @returns {Promise<never>}  rejects if it cannot be compiled at all
 */
export function compileAnyhow(compiled) {
  if (compiled.main) doWithoutFile();
  const streaming = WebAssembly.instantiateStreaming.bind(WebAssembly);
  return new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (source, imports) => {
      try {
        const answer = await source;
        if (compiled.main) return await instantiated(compiled.main, imports);
        const asIs = answer.headers.get("content-type")?.toLowerCase() === "application/wasm";
        const made = asIs
          ? await streaming(answer, imports)
          : await WebAssembly.instantiate(await answer.arrayBuffer(), imports);
        compiled.main = made.module;
        return made;
      } catch (error) {
        reject(error);
        throw error;
      }
    };
  });
}

/** Pyodide asks for the file all the same, and would have it come once more to nobody. */
function doWithoutFile() {
  const { fetch } = globalThis;
  globalThis.fetch = (asked, options) =>
    String(asked).endsWith(FILE) ? Promise.resolve(new Response()) : fetch(asked, options);
}

/**
 * @param {WebAssembly.Module} module
 * @param {WebAssembly.Imports | undefined} imports
 */
async function instantiated(module, imports) {
  return { module, instance: await WebAssembly.instantiate(module, imports) };
}
