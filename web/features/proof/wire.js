// @ts-check
/** The proof, asked when a run rests with all sums right or when the visitor wants it. */

import { count } from "../../drawing/format.js";
import { LiveQuestion } from "../../runtime/live-question.js";
import { Seal } from "./verdict.js";
import { saveAs } from "../../drawing/save-as.js";
import { isShown } from "../../state/shown-panels.js";
import { iterationOf, standing } from "../../state/standing.js";

/**
 * @typedef {import("../../runtime/worker-line.js").Line} Line
 * @typedef {import("../../state/page-state.js").Shared} Shared
 */

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, state: shared, actions, root }) {
  const show = (/** @type {{a: string, b: string}} */ { a, b }) => actions.ask(a, b);
  const seal = new Seal(root, show, () => saveCertificate(line));
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
    refusal: (words) => seal.refuse(words),
  });
  const dated = () => ({ ...asked, now: iterationOf(shared) });
  const forget = () => {
    judged = false;
    question.forget();
    seal.clear();
  };
  const askIfAllRight = () => {
    const known = judged && iterationOf(shared) === asked.iteration && !asked.changed;
    if (known || !isInSight(shared.room.value) || !restsWithAllRight(shared)) return;
    byItself = true;
    question.ask({});
  };

  line.on("ready", () => seal.enable());
  root.find("ask-proof", HTMLButtonElement).addEventListener("click", () => {
    byItself = false;
    question.ask({});
  });
  shared.run.follow(forget);
  shared.change.follow(forget);
  shared.measured.follow(askIfAllRight);
  shared.room.follow(askIfAllRight);
  shared.state.follow((state) => {
    if (state === "running" && byItself && !judged) forget(); // it would slow the training down
    askIfAllRight();
  });
  shared.frame.follow((frame) => frame && judged && seal.date(dated()));
}

/** Who is in another room has not asked. @param {import("../../state/page-state.js").Room} room */
const isInSight = (room) =>
  document.documentElement.dataset.view ? isShown("proof") : room === "proof";

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

/** @param {Shared} shared */
function restsWithAllRight({ state, frame, measured, change }) {
  return (
    ["paused", "finished"].includes(state.value) &&
    change.value.kind === "none" &&
    measured.value?.exact === 1 &&
    measured.value.iteration === frame.value?.iteration
  );
}
