// @ts-check
/** An explanation for every number, with the code that computes it. */

import { explainer } from "./explain.js";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, root }) {
  explainer(root, (module, name) => line.ask({ about: "source", module, name }).answer);
}
