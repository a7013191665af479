// @ts-check
/** Chapter "Blame travels back": how much of one output's blame reaches the first column. */

import { BlamePicture } from "../../drawing/blame-picture.js";

const SUM = { a: "44", b: "87" };
const LEARNT = 10_000;
const BITS = 8;
const LAST = BITS - 1; // the output whose blame is asked for

/**
 * @param {import("./chapters.js").Place} place
 * @returns {import("./chapters.js").Chapter}
 */
export function blameChapter({ part, run, line, state }) {
  const article = part("chapter-blame", HTMLElement);
  /** @type {BlamePicture | null} made when the chapter is opened: it has many parts */
  let made = null;
  let revealed = false;

  /** @param {number | null} output  whose blame is shown; null: nobody's yet */
  const show = (output) =>
    made?.show({ still: revealed ? "blame" : "miss", output, log: false, weight: null });

  function picture() {
    if (made) return made;
    made = new BlamePicture(part("blame-figure", HTMLElement), { choose: show, pick: () => {} });
    made.resize(BITS);
    show(null);
    return made;
  }

  async function look() {
    const { alpha = 0, biases = false } = state.run.value ?? {};
    const lesson = await line.ask({ about: "lesson", ...SUM, alpha, biases }).answer;
    picture().update(lesson);
    return lesson;
  }

  return {
    async begin(tell) {
      picture();
      await run.prepare(LEARNT, tell);
      if (state.run.value?.bits === BITS) await look();
    },
    async reveal(tell) {
      await run.bringTo(LEARNT, tell);
      const { reach } = await look();
      revealed = true;
      show(LAST);
      const share = reach[LAST * BITS] / reach[LAST * BITS + LAST];
      const guess = article.querySelector("input:checked");
      const mine = guess instanceof HTMLInputElement ? guess.value : "none";
      const figures = { part: Math.round(1 / share).toLocaleString("en") };
      return { cases: [mine, "always"], figures, truth: "thousandth" };
    },
  };
}
