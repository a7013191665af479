// @ts-check
/** The guide follows the state of the run and what was measured. */

import { byId, say } from "../dom.js";
import { guideFor } from "../panels/guide.js";

/** @param {import("../shared.js").Shared} shared */
export function wireGuide({ state, measured }) {
  const words = byId("guide", HTMLElement);
  const show = () => say(words, guideFor(state.value, measured.value));
  measured.follow(show);
  state.follow(show);
}
