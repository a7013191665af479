// @ts-check
/** The first script: starts Python and loads the page's other modules, or says what did not come. */

import { byId, say } from "../drawing/dom.js";
import { Root } from "../drawing/root.js";
import { askWhy } from "../runtime/headers.js";
import { Line } from "../runtime/worker-line.js";
import { failure } from "../features/recovery/failure-notice.js";

document.documentElement.dataset.started = ""; // choose-view.js looks for it

// WebKitGTK calls the language of a system without one "C", on which the charts' library stumbles.
try {
  Intl.getCanonicalLocales(navigator.language);
} catch {
  Object.defineProperty(navigator, "language", { value: "en" });
}

/** What stands in the page's head before its modules leaves a mark when all of it was read. */
const missingPart = () => ("checked" in document.documentElement.dataset ? "" : "browser-check.js");

// Python takes longest: it is under way while the rest of the page is still coming.
const line = new Line();
import("./main.js")
  .then(({ wire }) => {
    if (missingPart()) throw new Error("the page is not whole");
    return wire(line);
  })
  .catch(async (error) => {
    // browser-check.js has already told of a browser that cannot do it
    if (document.documentElement.dataset.unable) return;
    const missing = missingPart();
    const reason = `A part of this page could not be loaded${missing && `: ${missing}`}.`;
    say(byId("sentence", HTMLElement), ""); // it said that Python is starting
    const panel = failure(new Root("recovery"));
    Object.assign(document.documentElement.dataset, { shows: "lab", room: "learning" }); // where it stands
    const show = (/** @type {string} */ why) =>
      panel.show({ type: "failed", reason: reason + why, detail: String(error) }, false);
    show("");
    show(await askWhy(missing || "main.js"));
  });
