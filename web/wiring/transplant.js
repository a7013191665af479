// @ts-check
/** The memory of one sum put into another. */

import { byId, make, say } from "../dom.js";
import { count } from "../format.js";
import { LiveQuestion } from "../live-question.js";
import { plainNumber } from "../setting-text.js";
import { transplantWords } from "../panels/surgery.js";

const STEP = 3; // chosen at first: there 7 + 1 has a carry, and 2 + 4 has none

/**
 * @param {import("../line.js").Line} line
 * @param {import("../shared.js").Shared} shared
 * @param {import("../actions.js").Actions} actions
 */
export function wireTransplant(line, shared, actions) {
  const button = byId("transplant-now", HTMLButtonElement);
  const effect = byId("transplant-effect", HTMLElement);
  const step = byId("transplant-step", HTMLSelectElement);
  let asked = typed();
  const tell = (/** @type {string} */ words, refused = false) => {
    effect.classList.toggle("refused", refused);
    say(effect, words);
  };

  const question = new LiveQuestion(line, "transplant", 0, {
    answer(done) {
      const when = ` Asked at iteration ${count(shared.frame.value?.iteration ?? 0)}.`;
      tell(`${transplantWords(done, asked)} The grid shows it.${when}`);
      actions.pin(pinnedOf(asked));
    },
    refusal: (words) => tell(words, true),
  });
  line.on("ready", () => (button.disabled = false));
  byId("transplant", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    if (button.disabled) return;
    asked = typed();
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

/** @returns {{host: [string, string], donor: [string, string], step: number}} */
function typed() {
  const text = (/** @type {string} */ id) => byId(id, HTMLInputElement).value;
  return {
    host: [text("host-a"), text("host-b")],
    donor: [text("donor-a"), text("donor-b")],
    step: Number(byId("transplant-step", HTMLSelectElement).value),
  };
}

/**
 * The host's sum with the donor's memory.
 * @param {ReturnType<typeof typed>} asked  as Python has understood it
 * @returns {import("../shared.js").Pinned}
 */
function pinnedOf({ host, donor, step }) {
  const [a, b] = host.map(numberOf);
  const [c, d] = donor.map(numberOf);
  return { a, b, graft: { a: c, b: d, step } };
}

const numberOf = (/** @type {string} */ text) => BigInt(plainNumber(text));
