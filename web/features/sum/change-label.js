// @ts-check
/**
 * Beside the grid: whose sum it shows while the network is changed, and the way back. The guide tells
 * what is done to the network; here stands what is done to this sum alone, and in a frame, where there
 * is no guide, both.
 */

import { say } from "../../drawing/dom.js";

/**
 * @param {import("../../drawing/root.js").Root} root
 * @param {import("../../state/page-state.js").Shared} shared
 * @param {import("../../state/actions.js").Actions} actions
 * @returns {(change: string) => void}  what is done to the network whose sum is shown
 */
export function wireChangeLabel(root, shared, actions) {
  const label = root.find("grid-change", HTMLElement);
  const words = root.find("grid-change-words", HTMLElement);
  root.find("grid-change-back", HTMLButtonElement).addEventListener("click", () => {
    const pinned = shared.pinned.value;
    if (pinned?.graft) actions.pin({ a: pinned.a, b: pinned.b });
    if (shared.change.value.kind !== "none") actions.undo();
    root.find("pin", HTMLButtonElement).focus(); // the button goes
  });
  return (change) => {
    const guided = !document.documentElement.dataset.view && !shared.pinned.value?.graft;
    label.hidden = !change || guided;
    say(words, change && `The network ${change}`);
  };
}
