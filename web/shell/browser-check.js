// @ts-check
/**
 * Before the page's modules: can this browser run them, and Python? If not it says so, in words that
 * an old browser understands: that is why this script is no module and of an older kind.
 */
{
  const EMPTY = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]); // the smallest WebAssembly module
  const NEWER =
    "It works in Chrome and Edge from version 112 on, in Firefox from 112 and in Safari from 16.4.";
  const ELSEWHERE = "Allow WebAssembly for this site, or open the page in another browser.";

  const OPENED = "This page was opened as a file, and browsers start no Python from a file.";
  const SERVE =
    "It must be served. In the project: python3 build.py serve. Or, in the folder of this file: " +
    "python3 -m http.server 8000, and then open 127.0.0.1:8000 in the browser.";

  const root = document.documentElement;
  const works = (/** @type {() => unknown} */ attempt) => {
    try {
      return Boolean(attempt());
    } catch (_) {
      return false;
    }
  };

  /** @type {[string, () => unknown][]} */
  const NEEDED = [
    ["JavaScript modules", () => "noModule" in HTMLScriptElement.prototype],
    ["web workers", () => Worker],
    ["newer JavaScript", () => [1].at(-1) && Object.hasOwn({ a: 1 }, "a") && [1].findLast(Boolean)],
    ["streams", () => ReadableStream && PerformanceObserver],
    ["dialogs", () => HTMLDialogElement],
  ];

  let told = false;
  const tell = (/** @type {string} */ reason, /** @type {string} */ advice) => {
    if (told) return; // the first is the cause of what follows
    told = true;
    const write = (/** @type {string} */ id, /** @type {string} */ text) => {
      const place = document.getElementById(id);
      if (place) place.textContent = text;
    };
    root.setAttribute("data-unable", reason);
    root.setAttribute("data-state", "failed");
    if (root.hasAttribute("data-shows")) {
      root.setAttribute("data-shows", "lab"); // where it stands
      root.setAttribute("data-room", "learning");
    }
    write("failure-reason", reason);
    write("failure-advice", advice);
    write("sentence", ""); // Python does not start
    const panel = document.getElementById("failure");
    if (panel) panel.hidden = false;
  };

  // The page's own first module tells of all the others, but not of itself. It is the only module
  // that stands in the page; those that a browser extension puts there have another address.
  const site = new URL("./", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  const first = /^(?:bench\/bench|start)\.js$/;
  const missed = (/** @type {ErrorEvent} */ { target, filename }) => {
    const address = (target instanceof HTMLScriptElement ? target.src : filename) || "";
    const name = address.slice(site.length);
    if (told || address.slice(0, site.length) !== site || !first.test(name)) return;
    const failed = (/** @type {string} */ why) =>
      tell(`A part of this page could not be loaded: ${name}.${why}`, "Load the page again.");
    fetch(address).then(
      ({ status, headers }) => {
        const type = headers.get("content-type") || "none";
        const right = /javascript|ecmascript/.test(type);
        const header = ` The host sends it with the header Content-Type: ${type}, but browsers take it as text/javascript only.`;
        failed(status === 200 && !right ? header : "");
      },
      () => failed(""),
    );
  };
  addEventListener("error", missed, true);

  const words = document.getElementById("unscripted");
  if (words) words.remove();
  if (/^(?:file|content):$/.test(location.protocol)) tell(OPENED, SERVE);

  const lacking = NEEDED.filter(([, attempt]) => !works(attempt)).map(([name]) => name);
  if (lacking.length) {
    tell(`This browser is too old for this page: it lacks ${lacking.join(", ")}.`, NEWER);
  } else if (!works(() => new WebAssembly.Module(EMPTY))) {
    tell("WebAssembly, which Python needs, is switched off in this browser.", ELSEWHERE);
  }
  root.setAttribute("data-checked", "");
}
