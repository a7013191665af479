// @ts-check
/**
 * PyScript opens a database, in the page and in the worker, although it keeps nothing in it, and
 * fails where site data is blocked or the disk is full. It finds this one instead, which is empty
 * and leaves nothing on the visitor's disk. To be imported before PyScript.
 */

/** @param {unknown} result */
function answer(result) {
  const request = { onsuccess: (/** @type {object} */ _event) => {} };
  queueMicrotask(() => request.onsuccess({ target: { result } }));
  return request;
}

const objectStore = () => ({ getAllKeys: () => answer([]) });
const open = () => answer({ transaction: () => ({ objectStore }), close() {} });

Object.defineProperty(globalThis, "indexedDB", { value: { open } });

export {};
