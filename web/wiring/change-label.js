// @ts-check
/** Beside the grid: whose sum it shows while the network is changed, and the way back. */

import { byId, say } from "../dom.js";

/**
 * @param {import("../shared.js").Shared} shared
 * @param {import("../actions.js").Actions} actions
 * @returns {(change: string) => void}  what is done to the network whose sum is shown
 */
export function wireChangeLabel(shared, actions) {
  const label = byId("grid-change", HTMLElement);
  const words = byId("grid-change-words", HTMLElement);
  byId("grid-change-back", HTMLButtonElement).addEventListener("click", () => {
    const pinned = shared.pinned.value;
    if (pinned?.graft) actions.pin({ a: pinned.a, b: pinned.b });
    if (shared.change.value.kind !== "none") actions.undo();
    byId("pin", HTMLButtonElement).focus(); // the button goes
  });
  return (change) => {
    label.hidden = !change;
    say(words, change && `The network ${change}`);
  };
}
