// @ts-check
/** The proof, asked when a run rests with all sums right or when the visitor wants it. */

import { byId } from "../dom.js";
import { count } from "../format.js";
import { LiveQuestion } from "../live-question.js";
import { machinePicture } from "../panels/machine.js";
import { Seal } from "../panels/seal.js";
import { saveAs } from "../save-as.js";
import { isShown } from "../shown.js";

/**
 * @typedef {import("../line.js").Line} Line
 * @typedef {import("../shared.js").Shared} Shared
 * @typedef {import("../actions.js").Actions} Actions
 */

/**
 * @param {Line} line
 * @param {Shared} shared
 * @param {Actions} actions
 */
export function wireSeal(line, shared, actions) {
  wireProof(line, shared, actions);
  wireMachine(line, shared);
}

/**
 * @param {Line} line
 * @param {Shared} shared
 * @param {Actions} actions
 */
function wireProof(line, shared, actions) {
  const button = byId("ask-proof", HTMLButtonElement);
  const show = (/** @type {{a: string, b: string}} */ { a, b }) => {
    actions.ask(a, b);
    actions.pin({ a: BigInt(a), b: BigInt(b) });
  };
  const seal = new Seal(show, () => saveCertificate(line));
  let asked = standing(shared);
  let judged = false;
  let byItself = false; // not by the visitor

  const question = new LiveQuestion(line, "proof", 0, {
    asked: () => {
      [asked, judged] = [standing(shared), false];
      seal.wait("Looking for a proof, then for a sum that comes out wrong …");
    },
    answer: (proof) => {
      judged = true;
      asked.iteration = proof.iteration; // training may have gone on since the question
      seal.judge(proof, dated());
    },
    refusal: (words) => seal.wait(words),
  });
  const dated = () => ({ ...asked, now: iterationOf(shared) });
  const forget = () => {
    judged = false;
    question.forget();
    seal.clear();
  };
  const askIfAllRight = () => {
    const known = judged && iterationOf(shared) === asked.iteration && !asked.changed;
    if (known || !isShown("proof") || !restsWithAllRight(shared)) return;
    byItself = true;
    question.ask({});
  };

  line.on("ready", () => (button.disabled = false));
  button.addEventListener("click", () => {
    byItself = false;
    question.ask({});
  });
  shared.run.follow(forget);
  shared.change.follow(forget);
  shared.measured.follow(askIfAllRight);
  shared.state.follow((state) => {
    if (state === "running" && byItself && !judged) forget(); // it would slow the training down
    askIfAllRight();
  });
  shared.frame.follow((frame) => frame && judged && seal.date(dated()));
}

/** The proof of the network as it is now. @param {Line} line */
async function saveCertificate(line) {
  try {
    const { file, iteration } = await line.ask({ about: "certificate" }).answer;
    saveAs("adds_any_length.json", file, "application/json");
    const whose = `the network of iteration ${count(iteration)}`;
    return `Saved: the proof for ${whose}. “binadd check adds_any_length.json” checks it.`;
  } catch (error) {
    return /** @type {Error} */ (error).message;
  }
}

/**
 * @param {Line} line
 * @param {Shared} shared
 */
function wireMachine(line, shared) {
  const button = byId("ask-machine", HTMLButtonElement);
  const picture = machinePicture();
  let asked = standing(shared);
  const question = new LiveQuestion(line, "automaton", 0, {
    asked: () => {
      asked = standing(shared);
      picture.wait("Sorting its hidden states into groups …");
    },
    answer: (automaton) => picture.show(automaton, { ...asked, iteration: automaton.iteration }),
    refusal: picture.wait,
  });
  const forget = () => {
    question.forget();
    picture.clear();
  };
  line.on("ready", () => (button.disabled = false));
  button.addEventListener("click", () => question.ask({}));
  shared.run.follow(forget);
  shared.change.follow(forget);
}

/** @param {Shared} shared */
const iterationOf = (shared) => shared.frame.value?.iteration ?? 0;

/** @param {Shared} shared */
const standing = (shared) => ({
  iteration: iterationOf(shared),
  changed: shared.change.value.kind !== "none",
});

/** @param {Shared} shared */
function restsWithAllRight({ state, frame, measured, change }) {
  return (
    ["paused", "finished"].includes(state.value) &&
    change.value.kind === "none" &&
    measured.value?.exact === 1 &&
    measured.value.iteration === frame.value?.iteration
  );
}
