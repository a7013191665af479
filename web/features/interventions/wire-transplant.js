// @ts-check
/** The memory of one sum put into another. */

import { make, say } from "../../drawing/dom.js";
import { count } from "../../drawing/format.js";
import { LiveQuestion } from "../../runtime/live-question.js";
import { plainNumber } from "../../state/setting-text.js";
import { transplantWords } from "./words.js";

const STEP = 3; // chosen at first: there 7 + 1 has a carry, and 2 + 4 has none

/** @param {import("../../state/actions.js").Given} given */
export function wireTransplant({ line, state: shared, actions, root }) {
  const button = root.find("transplant-now", HTMLButtonElement);
  const effect = root.find("transplant-effect", HTMLElement);
  const step = root.find("transplant-step", HTMLSelectElement);
  let asked = typed(root);
  const tell = (/** @type {string} */ words, refused = false) => {
    effect.classList.toggle("refused", refused);
    say(effect, words);
  };

  const question = new LiveQuestion(line, "transplant", 0, {
    answer(done) {
      const when = ` Asked at iteration ${count(shared.frame.value?.iteration ?? 0)}.`;
      tell(`${transplantWords(done, asked)} The sum in sight is now this one.${when}`);
      actions.pin(pinnedOf(asked));
    },
    refusal: (words) => tell(words, true),
  });
  line.on("ready", () => (button.disabled = false));
  root.find("transplant", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    if (button.disabled) return;
    asked = typed(root);
    question.ask(asked);
  });
  shared.run.follow((settings) => {
    question.forget();
    tell("");
    const pinned = shared.pinned.value;
    if (pinned?.graft) actions.pin({ a: pinned.a, b: pinned.b }); // there may be no such bit
    const bits = settings?.bits ?? 0;
    const options = Array.from({ length: bits }, (_, bit) => make("option", "", String(bit)));
    step.replaceChildren(...options);
    step.value = String(Math.min(STEP, bits - 1));
  });
  shared.change.follow(() => tell(""));
}

/**
 * @param {import("../../drawing/root.js").Root} root
 * @returns {{host: [string, string], donor: [string, string], step: number}}
 */
function typed(root) {
  const text = (/** @type {string} */ id) => root.find(id, HTMLInputElement).value;
  return {
    host: [text("host-a"), text("host-b")],
    donor: [text("donor-a"), text("donor-b")],
    step: Number(root.find("transplant-step", HTMLSelectElement).value),
  };
}

/**
 * The host's sum with the donor's memory.
 * @param {ReturnType<typeof typed>} asked  as Python has understood it
 * @returns {import("../../state/page-state.js").Pinned}
 */
function pinnedOf({ host, donor, step }) {
  const [a, b] = host.map(numberOf);
  const [c, d] = donor.map(numberOf);
  return { a, b, graft: { a: c, b: d, step } };
}

const numberOf = (/** @type {string} */ text) => BigInt(plainNumber(text));
