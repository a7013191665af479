// @ts-check
/** The page's wiring: one line to the worker, one state, one set of actions, and all features. */

import { byId, say } from "../drawing/dom.js";
import { Root } from "../drawing/root.js";
import { yieldToBrowser } from "../drawing/yield-to-browser.js";
import { createActions } from "../state/actions.js";
import { hearRun } from "../state/hear-run.js";
import { Shared } from "../state/page-state.js";
import { WIRES } from "./wires.js"; // made from the list of features

/** Have what stands somewhere be there: see choose-view.js. @param {string | number} place */
const want = (place) => dispatchEvent(new CustomEvent("wanted", { detail: String(place) }));

/**
 * Set up all features, one after the other, so that the page answers in between.
 * @param {import("../runtime/worker-line.js").Line} line
 */
export async function wire(line) {
  const state = new Shared();
  hearRun(line, state);
  for (const place of [state.view, state.room, state.chapter]) place.follow(want);
  state.linkNotice.follow((words) => say(byId("link-notice", HTMLElement), words));
  const actions = createActions(line, state);
  for (const [name, wireFeature] of WIRES) {
    await wireFeature({ line, state, actions, root: new Root(name) });
    await yieldToBrowser();
  }
  await line.listen();
}
