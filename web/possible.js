// @ts-check
/**
 * What can be done with the training in which state: which buttons can be pressed, and which
 * actions are more than nothing.
 *
 * @typedef {"train" | "pause" | "step" | "reset"} Deed
 */

/** @type {Record<import("./panels/sentence.js").State | "eager", Deed[]>} */
const POSSIBLE = {
  loading: ["train"],
  eager: ["pause"], // training begins when Python is ready
  ready: ["train", "step", "reset"],
  running: ["pause", "step", "reset"], // a step more while stepping; while training, the last
  paused: ["train", "step", "reset"],
  finished: ["train", "step", "reset"],
  failed: [],
};

/** @param {import("./shared.js").Shared} shared */
export function possible({ state, eager }) {
  return POSSIBLE[state.value === "loading" && eager.value ? "eager" : state.value];
}
