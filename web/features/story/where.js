// @ts-check
/** Chapter "Where is the carry?": the states of two units in the unit square, while they learn. */

import { say } from "../../drawing/dom.js";
import { SquarePicture } from "../../drawing/square-picture.js";
import { LiveQuestion } from "../../runtime/live-question.js";

const SUM = { a: "114", b: "98" }; // its way visits every place
const EVERY = 250; // milliseconds between two pictures while it learns
const LEARNT = 40_000;
const TWO = { hidden: "2", biases: "yes", alpha: "0.5", seed: "31", iterations: "40000" };

/**
 * @param {import("./chapters.js").Place} place
 * @returns {import("./chapters.js").Chapter}
 */
export function whereChapter({ part, run, line, state }) {
  const article = part("chapter-where", HTMLElement);
  const picture = new SquarePicture(part("where-square", SVGSVGElement));
  picture.update(null);
  const question = new LiveQuestion(line, "square", EVERY, {
    answer: (square) => picture.update(square),
  });

  async function look() {
    const square = await line.ask({ about: "square" }).answer;
    picture.update(square);
    return square;
  }

  /** @param {(words: string) => void} tell */
  async function learn(tell) {
    await run.bringTo(0, tell, TWO);
    picture.follow(null, 0);
    const end = state.frame.follow(() => question.ask({}));
    try {
      await run.bringTo(LEARNT, tell, TWO);
    } finally {
      end();
      question.forget();
    }
  }

  return {
    async begin(tell) {
      await run.prepare(0, tell, TWO);
      if (state.run.value?.hidden === 2) await look();
    },
    async reveal(tell) {
      await learn(tell);
      const { places } = await look();
      const way = await line.ask({ about: "way", ...SUM }).answer;
      picture.follow(way, way.outputs.length);
      say(
        part("where-caption", HTMLElement),
        `Both units of every state: ${places} places; and the way of 114 + 98 through them.`,
      );
      const guess = article.querySelector("input:checked");
      const mine = guess instanceof HTMLInputElement ? guess.value : "";
      const figures = { places: String(places) };
      return { cases: [mine, places === 4 ? "places" : "other"], figures, truth: "four" };
    },
  };
}
