// @ts-check
/** The numbers of the run follow it. */

import { readouts } from "./readouts.js";

/** @param {import("../../state/page-state.js").Shared} shared */
export function wireReadouts(shared) {
  const numbers = readouts();
  shared.run.follow((settings) => {
    if (!settings) return;
    numbers.begin(settings);
    numbers.accuracy(undefined);
  });
  shared.frame.follow((frame) => {
    if (!frame) return;
    numbers.progress(frame);
    if (shared.measured.value) numbers.accuracy(shared.measured.value);
  });
  shared.measured.follow((newest) => newest && numbers.accuracy(newest));
}
