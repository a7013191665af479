// @ts-check
/** A challenge: a guess, what is to be loaded, a goal, and hints one at a time. */

import { say } from "../../drawing/dom.js";

/** @typedef {[before: string, after: string][]} Edits */

/**
 * Our text with changes.
 * @param {string} text
 * @param {Edits} edits
 */
export const edited = (text, edits) =>
  edits.reduce((changed, [before, after]) => changed.replace(before, () => after), text);

/**
 * @param {HTMLElement} box
 * @param {(edits: Edits) => void} load
 */
export function challengeBox(box, load) {
  const part = (/** @type {string} */ selector) =>
    /** @type {HTMLElement} */ (box.querySelector(selector));
  const [button, goal, hints, more] = [".load", ".goal", ".hints", ".more"].map(part);
  /** @type {NodeListOf<HTMLInputElement>} */
  const choices = box.querySelectorAll("input");
  button.addEventListener("click", () => {
    load(JSON.parse(box.dataset.edits ?? "[]"));
    goal.hidden = false;
    more.hidden = false;
  });
  more.addEventListener("click", () => {
    hints.hidden = false;
    const next = /** @type {HTMLElement | null} */ (hints.querySelector("li[hidden]"));
    if (next) next.hidden = false;
    more.hidden = !hints.querySelector("li[hidden]");
  });

  return {
    /** What was loaded has been run: the guess is answered. */
    answer() {
      const wordsOf = (/** @type {HTMLInputElement | undefined} */ choice) =>
        choice?.parentElement?.textContent?.trim() ?? "";
      const [truth, guess] = [
        wordsOf(choices[Number(box.dataset.truth)]),
        wordsOf([...choices].find(({ checked }) => checked)),
      ];
      if (!guess) say(part(".outcome"), `The answer: ${truth}.`);
      else
        say(
          part(".outcome"),
          truth === guess ? `You guessed it: ${truth}.` : `Not “${guess}” but “${truth}”.`,
        );
    },
  };
}
