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

  const tell = (/** @type {string} */ reason, /** @type {string} */ advice) => {
    const write = (/** @type {string} */ id, /** @type {string} */ text) => {
      const place = document.getElementById(id);
      if (place) place.textContent = text;
    };
    root.setAttribute("data-unable", reason);
    root.setAttribute("data-state", "failed");
    write("failure-reason", reason);
    write("failure-advice", advice);
    write("sentence", ""); // Python does not start
    const panel = document.getElementById("failure");
    if (panel) panel.hidden = false;
  };

  // The page's own first module tells of all the others, but not of itself.
  const first = /\/start\.js$/;
  const missed = (/** @type {ErrorEvent} */ { target, filename }) => {
    const script = target instanceof HTMLScriptElement ? target.src : filename;
    if (!first.test(script || "")) return;
    tell("A part of this page could not be loaded: start.js.", "Load the page again.");
  };
  addEventListener("error", missed, true);

  const lacking = NEEDED.filter(([, attempt]) => !works(attempt)).map(([name]) => name);
  if (lacking.length) {
    tell(`This browser is too old for this page: it lacks ${lacking.join(", ")}.`, NEWER);
  } else if (!works(() => new WebAssembly.Module(EMPTY))) {
    tell("WebAssembly, which Python needs, is switched off in this browser.", ELSEWHERE);
  }
  root.setAttribute("data-checked", "");
}
