// @ts-check
/** The first script: loads the page's other modules, and says so if one of them does not come. */

import { failure } from "./panels/failure.js";

// WebKitGTK calls the language of a system without one "C", on which the charts' library stumbles.
try {
  Intl.getCanonicalLocales(navigator.language);
} catch {
  Object.defineProperty(navigator, "language", { value: "en" });
}

// Python's files are large: download.js has them set out before the rest of the page is here.
Promise.all([import("./download.js"), import("./main.js")]).catch((error) => {
  const reason = "A part of this page could not be loaded.";
  // browser.js has already told of a browser that cannot do it
  if (document.documentElement.dataset.unable) return;
  failure().show({ type: "failed", reason, detail: String(error) }, false);
});
