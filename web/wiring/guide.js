// @ts-check
/** The guide follows the state of the run and what was measured; calmly, since it is to be read. */

import { atMost } from "../at-most.js";
import { byId, say } from "../dom.js";
import { guideFor } from "../panels/guide.js";

const EVERY = 500; // milliseconds between two changes of the words

/** @param {import("../shared.js").Shared} shared */
export function wireGuide({ state, measured, frame }) {
  const words = byId("guide", HTMLElement);
  const show = () => say(words, guideFor(state.value, measured.value, frame.value?.iteration ?? 0));
  const showSoon = atMost(EVERY, show);
  measured.follow(showSoon);
  frame.follow(showSoon);
  state.follow(show);
}
