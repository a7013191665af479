// @ts-check
/**
 * All that a visitor can do, by whatever means: a button, a key, the stage's story, a press on a
 * picture. Whoever shows something of it follows the shared values. What something comes of is a
 * promise of that; what cannot be done now is nothing.
 *
 * @typedef {import("../runtime/worker-line.js").Line} Line
 * @typedef {import("./page-state.js").Shared} Shared
 */

import { Reader } from "./carry-question.js";
import { SlowMotion } from "./slow-motion.js";
import { Asking, changing, choosing, pinning } from "./sum-actions.js";
import { trainingActions } from "./training-actions.js";
import { placeActions } from "./places.js";
import { Address } from "./address-bar.js";

/**
 * @param {Line} line
 * @param {Shared} shared
 */
export function createActions(line, shared) {
  const slow = new SlowMotion(line, shared, new Reader(line));
  const { actions, begin } = trainingActions(line, shared, slow);
  const address = new Address(line, shared, (texts) => begin(texts, "page"));
  const asking = new Asking(line, shared);
  return {
    ...actions,
    ...placeActions(shared, (state) => address.entry.stamp(state)),
    /** Follow the blame of the sum in sight, or no more. @param {boolean} wanted */
    followBlame: (wanted) => shared.blame.set(wanted),
    /** training bit by bit: the sum in sight draws it */
    slow,
    /** The link to the run as it stands; empty where there can be none. */
    link: () => address.link,
    /** Go on with a saved network. @param {Uint8Array} file */
    load: (file) => address.loadFile(file),
    /** Back to the run that was there before this one, and to where it stood. */
    goBack: () => address.goBack(),
    /** @type {Asking["ask"]} */
    ask: (first, second) => asking.ask(first, second),
    /** Have the network that there is now answer the same sum. */
    askAgain: () => asking.askAgain(),
    ...pinning(shared),
    ...changing(line, shared, () => asking.askAgain()),
    ...choosing(shared),
  };
}

/** @typedef {ReturnType<typeof createActions>} Actions */

/**
 * @typedef {{line: Line, state: Shared, actions: Actions, root: import("../drawing/root.js").Root}}
 *   Given  what a feature is handed; root: its own parts of the page
 */
