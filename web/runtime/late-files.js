// @ts-check
/**
 * What an image of Python's memory leaves out: files, fetched when something is imported from them.
 * The import waits meanwhile, as a worker may, whether or not they are kept here already.
 *
 * @typedef {import("./pyodide/pyodide.mjs").PyodideAPI} Pyodide
 * @typedef {{file_name: string, sha256: string}} Archive
 */

/**
 * @param {Pyodide} python
 * @param {string} folder  the address of the archives
 * @param {{stdlib: Archive, packages: Record<string, Archive>}} archives
 * @returns {(wanted: string) => void}  puts all files in their places; throws if one does not come
 */
export function broughtBy(python, folder, { stdlib, packages }) {
  return (wanted) => {
    console.info(`Python fetches the rest of its files: ${wanted}`);
    const get = (/** @type {Archive} */ archive) =>
      checked(python, archive, fetchNow(folder, archive));
    const wheels = Object.values(packages).map(get);
    python.FS.writeFile("/lib/python314.zip", get(stdlib));
    python.pyimport("importlib").invalidate_caches(); // unpacking imports from it
    const extractDir = python.pyimport("binadd_image").PLACE;
    for (const wheel of wheels) python.unpackArchive(wheel, "wheel", { extractDir });
  };
}

/**
 * @param {string} folder
 * @param {Archive} archive
 */
function fetchNow(folder, { file_name }) {
  const request = new XMLHttpRequest();
  request.open("GET", folder + file_name, false);
  request.responseType = "arraybuffer";
  request.send();
  if (request.status === 200) return new Uint8Array(request.response);
  throw new Error(`${file_name}: the server answered ${request.status}`);
}

/**
 * @param {Pyodide} python
 * @param {Archive} archive
 * @param {Uint8Array} content
 */
function checked(python, { file_name, sha256 }, content) {
  const found = python.pyimport("binadd_image").digest(content);
  if (found === sha256) return content;
  throw new Error(`${file_name} is damaged, or is not of this version of the page`);
}
