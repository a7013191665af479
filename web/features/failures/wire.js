// @ts-check
/** Settings whose failure is worth seeing. */

import { presets } from "./failures.js";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, actions, root }) {
  const failures = presets(root.find("presets", HTMLElement), (texts) => {
    actions.enter("learning"); // where it is seen
    actions.reset(texts);
    line.send({ type: "train" }); // at the worker's pace: what fails is soon seen to
  });
  line.on("ready", ({ limits }) => failures.enable(limits));
  line.on("failed", failures.disable);
}
