// @ts-check
/** The numbers of the run follow it. */

import { readouts } from "./readouts.js";

/**
 * @param {import("../../state/page-state.js").Shared} shared
 * @param {import("../../drawing/root.js").Root} root
 */
export function wireReadouts(shared, root) {
  const numbers = readouts(root);
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
