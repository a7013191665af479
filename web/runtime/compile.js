// @ts-check
/**
 * Compiles the WebAssembly of Python, once for all workers of a page: what is compiled can be handed on.
 *
 * @typedef {object} Compiled
 * @property {WebAssembly.Module} [main]  Pyodide itself
 * @property {WebAssembly.Module[]} [libraries]  those of the image, in its order
 */

/**
 * Pyodide compiles its WebAssembly while it arrives. Browsers refuse that unless the host serves it
 * as application/wasm, and whatever goes wrong then, Pyodide waits for ever. Elsewhere the file is
 * compiled when it is here.
 * @param {Compiled} compiled  by another worker; what it lacks is put into it
 * @returns {Promise<never>}  rejects if it cannot be compiled at all
 */
export function compileAnyhow(compiled) {
  const streaming = WebAssembly.instantiateStreaming.bind(WebAssembly);
  return new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (source, imports) => {
      try {
        const answer = await source;
        if (compiled.main) return await instantiated(compiled.main, answer, imports);
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

/**
 * @param {WebAssembly.Module} module
 * @param {Response} answer  not needed, but read: a request that is given up looks like a fault
 * @param {WebAssembly.Imports | undefined} imports
 */
async function instantiated(module, answer, imports) {
  answer.arrayBuffer().catch(() => {});
  return { module, instance: await WebAssembly.instantiate(module, imports) };
}
