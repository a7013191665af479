// @ts-check
/**
 * Whatever trains while the settings form says something else begins the run that the form asks
 * for, and says so, with one press back to the run of before. Where the form cannot be, the refusal
 * stands beside its field and nothing is trained.
 */

import { byId } from "../dom.js";

const BEGUN = "This is a new run, with these settings.";

/**
 * @param {import("../line.js").Line} line
 * @param {import("../shared.js").Shared} shared
 * @param {import("../settings.js").SettingsForm} form
 * @param {import("./address.js").Address} address
 * @returns {(train: () => void) => void}  calls `train` when the run is the one that is asked for
 */
export function wireRenewal(line, shared, form, address) {
  /** @type {(() => void) | null} */
  let waiting = null; // for the new run
  /** @type {(() => void) | null} */
  let next = null; // to be done at its first frame

  byId("settings-back", HTMLButtonElement).addEventListener("click", () => {
    byId("train", HTMLButtonElement).focus(); // this button goes
    address.goBack();
  });
  line.on("run", () => {
    if (waiting) form.tell(BEGUN, true);
    [next, waiting] = [waiting, null];
  });
  shared.frame.follow((frame) => {
    const train = next;
    if (!frame || !train) return;
    next = null;
    train();
  });
  line.on("settings-refused", () => {
    waiting = null;
  });

  return (train) => {
    if (!form.changed) return train();
    waiting = train;
    form.submit();
  };
}
