// @ts-check
/** The weights: asked twice a second while they change, and compared with those of the start. */

import { make, say } from "../../drawing/dom.js";
import { count, plural } from "../../drawing/format.js";
import { LiveQuestion } from "../../runtime/live-question.js";
import { scrollTogether } from "../../drawing/unit-rows.js";
import { whileSeen } from "../../drawing/when-visible.js";
import { signed } from "./signed.js";
import { WeightMaps } from "./weight-map.js";
import { isShown, wasEntered } from "../../state/shown-panels.js";

/**
 * @typedef {import("../../runtime/worker-line.js").Line} Line
 * @typedef {import("../../state/page-state.js").Shared} Shared
 * @typedef {import("../../runtime/messages.js").Weights} Weights
 */

const EVERY = 500; // milliseconds

/** @param {import("../../state/actions.js").Given} given */
export function wire(given) {
  const { line, state: shared, actions, root } = given;
  const date = root.find("weights-date", HTMLElement);
  const maps = new WeightMaps(root, {
    take: derivativeOf(line, shared, root),
    reach: (unit) => actions.choose(unit),
  });
  /** @type {Weights | null} */
  let newest = null;
  const start = startOf(given, () => show());
  let seen = isShown("weights"); // is the panel in sight?

  const show = () => newest && maps.update(newest, start());
  const question = new LiveQuestion(line, "weights", EVERY, {
    answer: ({ weights, iteration }) => {
      newest = weights;
      say(date, `The weights after ${plural(iteration, "iteration")}.`);
      show();
    },
  });
  // At rest also out of sight: they may be printed, and nothing can be asked before that.
  const mayBePrinted = () => isShown("weights") && wasEntered("memory");
  const rests = () => shared.frame.value && shared.frame.value.state !== "running";
  const ask = () => (seen || (mayBePrinted() && rests())) && question.ask({});
  shared.run.follow((settings) => {
    newest = null;
    question.forget();
    if (!settings) return;
    maps.resize(settings.hidden, settings.biases);
    if (mayBePrinted()) question.ask({});
  });
  shared.unit.follow((unit) => maps.choose(unit));
  scrollTogether(root.find("weights-frame", HTMLElement));
  shared.frame.follow(ask);
  shared.change.follow(ask);
  whileSeen(root.find("weights-panel", HTMLElement), (now) => {
    seen = now;
    ask();
  });
}

/**
 * The weights with which the run began, while their change since then is to be shown; else null.
 * @param {import("../../state/actions.js").Given} given
 * @param {() => void} changed  another answer is due
 */
function startOf({ line, state, root }, changed) {
  const box = root.find("weights-change", HTMLInputElement);
  /** @type {Weights | null} */
  let start = null;
  const question = new LiveQuestion(line, "start", 0, {
    answer: ({ weights }) => {
      start = weights;
      changed();
    },
  });
  const ask = () => box.checked && !start && question.ask({});
  box.addEventListener("change", () => {
    ask();
    changed();
  });
  state.run.follow((settings) => {
    start = null;
    question.forget();
    if (settings) ask();
  });
  return () => (box.checked ? start : null);
}

/**
 * Both derivatives of the loss of the pinned sum, or else the newest.
 * @param {Line} line
 * @param {Shared} shared
 * @param {import("../../drawing/root.js").Root} root
 */
function derivativeOf(line, shared, root) {
  const words = root.find("derivative-words", HTMLElement);
  const values = root.find("derivative-values", HTMLElement);
  let about = "";
  let newest = shared.frame.value?.example ?? null; // not every frame brings one
  shared.frame.follow((frame) => {
    newest = frame?.example ?? newest;
  });
  const question = new LiveQuestion(line, "derivative", 0, {
    answer: ({ analytic, numeric, iteration }) => {
      say(words, `Slope of half the squared error of ${about}, at iteration ${count(iteration)}:`);
      values.replaceChildren(
        ...pairOf("back-propagation", analytic),
        ...pairOf("nudging it", numeric),
      );
    },
    refusal: (sentence) => say(words, sentence),
  });
  return (/** @type {import("./weight-map.js").Place} */ { array, index }) => {
    const pair = shared.pinned.value ?? newest;
    if (!pair) return;
    const { a, b } = pair;
    about = `${a} + ${b}`;
    question.ask({ a: String(a), b: String(b), array, index });
  };
}

/**
 * @param {string} name
 * @param {number} value
 */
const pairOf = (name, value) => [make("dt", "", name), make("dd", "", signed(value, 9))];
