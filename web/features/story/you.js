// @ts-check
/** Chapter "You are the network": one column at a time, and one mark that goes along. */

import { percent } from "../../drawing/format.js";
import { Desk } from "./column-desk.js";
import { judge } from "./written-sum.js";

const LEARNT = 10_000; // sums, after which the network's own marks are read

/**
 * @param {import("./chapters.js").Place} place
 * @returns {import("./chapters.js").Chapter}
 */
export function youChapter({ part, run, line }) {
  const article = part("chapter-you", HTMLElement);
  const desk = new Desk(article);
  const onwards = part("you-next", HTMLButtonElement);
  onwards.disabled = false;
  onwards.addEventListener("click", (event) => {
    if (!desk.isAtLast) event.preventDefault(); // past the last column comes the truth
    desk.goOn();
  });
  /** @param {(words: string) => void} tell */
  async function readMarks(tell) {
    await run.bringTo(LEARNT, tell);
    const [a, b] = desk.numbers;
    const reading = await line.ask({ about: "reading", a, b }).answer;
    desk.showNetwork(marksOf(reading));
    const figures = { unit: String(reading.bestUnit), share: percent(reading.accuracyOfBest) };
    return { cases: ["network"], figures };
  }

  return {
    async begin() {}, // nothing of the network is needed
    async reveal(tell) {
      onwards.hidden = true;
      const { is, bit } = judge(desk.written, desk.truth);
      desk.uncover();
      const { bits, done, touched } = desk.written;
      const figures = { bit: String(bit), done: String(done) };
      const guess = touched ? [...bits].reverse().join("") : "";
      return { cases: [is], figures, guess, later: readMarks(tell) };
    },
  };
}

/** The carry after each column, as the best single unit tells it. @param {import("../../runtime/messages.js").CarryReading} reading */
function marksOf({ byUnit, bestUnit, outputs }) {
  const units = byUnit.length / outputs.length;
  return Array.from(outputs, (_, bit) => byUnit[bit * units + bestUnit]);
}
