// @ts-check
/** The guide follows the state of the run and what was measured. */

import { say } from "../../drawing/dom.js";
import { guideFor } from "./guide.js";
import { measuredByNow } from "../../state/page-state.js";
import { changeOf } from "../../state/sum-in-sight.js";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ state: shared, root }) {
  const words = root.find("guide", HTMLElement);
  const show = () => say(words, guideFor(standingOf(shared)));
  const { measured, changed, state, origin, change } = shared;
  for (const store of [measured, changed, state, origin, change]) store.follow(show);
  shared.frame.follow(() => state.value !== "running" && show()); // else it waits for a measurement
}

/**
 * @param {import("../../state/page-state.js").Shared} shared
 * @returns {import("./guide.js").Standing}
 */
function standingOf(shared) {
  const { iteration = 0 } = shared.frame.value ?? {};
  const { batch = 1, iterations = 0 } = shared.run.value ?? {};
  return {
    state: shared.state.value,
    iteration,
    newest: measuredByNow(shared),
    saved: shared.origin.value.kind !== "settings",
    batch,
    more: iterations,
    change: changeOf(shared.change.value),
    changed: shared.changed.value,
  };
}
