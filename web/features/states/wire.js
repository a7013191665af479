// @ts-check
/** What is remembered of the sum in sight: the same columns of it, drawn a moment after the grid. */

import { say } from "../../drawing/dom.js";
import { scrollTogether } from "../../drawing/unit-rows.js";
import { soon } from "../../drawing/yield-to-browser.js";
import { textsOf } from "../../state/setting-text.js";
import { partOf } from "../../state/sum-in-sight.js";
import { HiddenStates } from "./hidden-states.js";
import { carryWords, storyOf } from "./unit-story.js";

/** @param {import("../../state/actions.js").Given} given */
export function wire(given) {
  const { state, actions, root } = given;
  wireBiases(given);
  const states = new HiddenStates(root, (unit) => actions.choose(unit));
  const tell = teller(state, root, states);
  const draw = soon(() => {
    if (!state.columns.value) return;
    const { columns, low, shown, reading } = state.columns.value;
    if (state.inSight.value) states.name(state.inSight.value, low);
    if (!reading) states.clear();
    else {
      const uncovered = shown === undefined ? undefined : shown - low;
      states.update(partOf(reading, low, columns), uncovered, low);
    }
    tell();
  });

  scrollTogether(root.find("states-scroll", HTMLElement));
  state.run.follow((settings) => {
    states.resize(state.columns.value?.columns ?? settings?.bits ?? 1, settings?.hidden);
  });
  state.columns.follow((now, before) => {
    if (!now) return;
    if (now.columns !== before?.columns) states.resize(now.columns);
    draw();
  });
  state.unit.follow((unit) => {
    states.choose(unit);
    tell();
    const reading = state.columns.value?.reading;
    if (unit === null || !reading) return;
    say(root.find("unit-said", HTMLElement), storyOf(unit, reading, bitsOf(state)));
  });
}

/** @param {import("../../state/page-state.js").Shared} state */
const bitsOf = ({ run }) => run.value?.bits ?? 1;

/**
 * Says in words how much of the carry is told, and what all units told before training.
 * @param {import("../../state/page-state.js").Shared} state
 * @param {import("../../drawing/root.js").Root} root
 * @param {HiddenStates} states
 */
function teller(state, root, states) {
  const [story, words] = ["unit-story", "carry-words"].map((id) => root.find(id, HTMLElement));
  /** @type {number | null} */
  let before = null;
  state.run.follow(() => {
    before = null; // of a run that is taken up in its midst it is not known
  });
  return () => {
    const { reading, untrained } = state.columns.value ?? {};
    if (reading && untrained) before = reading.accuracyOfAll;
    say(story, reading ? storyOf(states.unit, reading, bitsOf(state)) : "");
    say(words, reading ? carryWords(reading, before, untrained ?? false) : "");
  };
}

/**
 * A network with biases keeps the carry more plainly: one press trains that of the preset.
 * @param {import("../../state/actions.js").Given} given
 */
function wireBiases({ line, state, actions, root }) {
  const button = root.find("states-biased", HTMLButtonElement);
  line.on("ready", ({ presets }) => {
    button.disabled = false;
    button.addEventListener("click", () => {
      actions.reset(textsOf(presets.fixed));
      line.send({ type: "train" });
    });
  });
  line.on("failed", () => {
    button.disabled = true;
  });
  state.run.follow((settings) => {
    button.style.visibility = settings?.biases ? "hidden" : "";
  });
}
