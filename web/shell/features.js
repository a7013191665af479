// @ts-check
/**
 * Every feature, in the order of the page. The builder reads this list as it stands
 * (builder/features.py): markup, styles and wiring are put together in its order. A second word is the
 * name by which `?embed=` shows the feature's panel.
 *
 * @type {[feature: string, panel?: string][]}
 */
export const FEATURES = [
  ["transport"],
  ["views"],
  ["story"],
  ["rooms"],
  ["settings", "settings"],
  ["guide"],
  ["warning"],
  ["sum", "grid"],
  ["recovery"],
  ["recording"],
  ["trace", "trace"],
  ["pair-map", "map"],
  ["blame", "blame"],
  ["square", "square"],
  ["states", "states"],
  ["weights", "weights"],
  ["interventions", "surgery"],
  ["leak", "leak"],
  ["proof", "proof"],
  ["adder", "adder"],
  ["machine"],
  ["experiments", "experiments"],
  ["failures"],
  ["preset-race"],
  ["keep", "keep"],
  ["log", "log"],
  ["embed"],
  ["updates"],
  ["explain"],
  ["help"],
  ["stage"],
  ["code"],
  ["code-try"],
];
