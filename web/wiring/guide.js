// @ts-check
/** The guide follows the state of the run and what was measured; calmly, since it is to be read. */

import { atMost } from "../at-most.js";
import { byId, say } from "../dom.js";
import { guideFor } from "../panels/guide.js";
import { measuredByNow } from "../shared.js";
import { changeOf } from "../sum-in-sight.js";

const EVERY = 500; // milliseconds between two changes of the words

/** @param {import("../shared.js").Shared} shared */
export function wireGuide(shared) {
  const words = byId("guide", HTMLElement);
  const show = () => say(words, guideFor(standingOf(shared)));
  const showSoon = atMost(EVERY, show);
  for (const store of [shared.measured, shared.frame, shared.changed]) store.follow(showSoon);
  for (const store of [shared.state, shared.origin, shared.change]) store.follow(show);
}

/**
 * @param {import("../shared.js").Shared} shared
 * @returns {import("../panels/guide.js").Standing}
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
