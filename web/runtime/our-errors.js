// @ts-check
/**
 * Whose error is it? A page is not alone with its scripts: browser extensions run theirs in it, and
 * some hosts put in one more. Only what was thrown in a file of this site says anything of the page.
 */

const HERE = new URL("./", import.meta.url).href;
const OWN =
  /^(?:(?:start|main|worker-client|download-worker|no-indexeddb|pyodide-boot|start-pyodide|trial-worker|browser-check|theme|choose-view|(?:chunk|python-editor)-\w+)\.m?js|(?:bench|pyscript|pyodide)\/[\w.-]+\.m?js)(?::\d+:\d+\)?)?$/;
const FRAME = /:\d+:\d+\)?$/; // a line of a stack that names a place in a script

/** @param {ErrorEvent} event  an error that nobody has caught */
export const isOurError = ({ filename }) => isOurs(filename);

/** @param {PromiseRejectionEvent} event  of whose reason only an error tells where it is from */
export const isOurRejection = ({ reason }) => isOurs(thrownAt(reason));

/**
 * Is this the address of one of our scripts, or a line of a stack with it?
 * @param {string} place
 */
function isOurs(place) {
  const start = place.lastIndexOf(HERE);
  return start >= 0 && OWN.test(place.slice(start + HERE.length));
}

/**
 * The line of a stack for the place where an error was thrown; "" if there is none. A message that
 * looks like such a line is not taken for one.
 * @param {unknown} reason
 */
function thrownAt(reason) {
  try {
    const { stack, name, message } = /** @type {Error} */ (reason);
    const frames = String(stack).replace(`${name}: ${message}`, "").split("\n");
    return frames.find((line) => FRAME.test(line)) ?? "";
  } catch {
    return ""; // what was thrown is no error
  }
}
