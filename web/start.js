// @ts-check
/** The first script: loads the page's other modules, and says so if one of them does not come. */

import { failure } from "./panels/failure.js";

import("./main.js").catch((error) => {
  const reason = "A part of this page could not be loaded.";
  failure().show({ type: "failed", reason, detail: String(error) }, false);
});
