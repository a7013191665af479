// @ts-check
/** Of which network an answer is: that of an iteration, changed or not. */

/** @param {import("./page-state.js").Shared} state */
export const iterationOf = (state) => state.frame.value?.iteration ?? 0;

/** @param {import("./page-state.js").Shared} state */
export const standing = (state) => ({
  iteration: iterationOf(state),
  changed: state.change.value.kind !== "none",
});
