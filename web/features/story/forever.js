// @ts-check
/** Chapter "For ever?": one long carry, and the outputs that creep towards one half on its way. */

import { say } from "../../drawing/dom.js";
import { LeakPicture } from "../../drawing/leak-picture.js";

const COLUMNS = "32"; // 2147483647 + 1

/**
 * @param {import("./chapters.js").Place} place
 * @returns {import("./chapters.js").Chapter}
 */
export function foreverChapter({ part, run, line }) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const choices = part("chapter-forever", HTMLElement).querySelectorAll("input");
  const picture = new LeakPicture(part("leak-chart", SVGSVGElement));
  picture.update(null);

  return {
    begin: (tell) => run.prepare(20_000, tell),
    async reveal(tell) {
      await run.bringTo(20_000, tell);
      const leak = await line.ask({ about: "leak", columns: COLUMNS }).answer;
      picture.update(leak);
      const { firstWrong, right } = leak;
      const said = right ? "all bits are right" : `the first wrong bit is ${firstWrong}`;
      say(part("leak-caption", HTMLElement), `What the network writes, bit by bit: ${said}.`);
      const guess = [...choices].find(({ checked }) => checked)?.value ?? "";
      return {
        cases: [guess, right ? "holds" : "forgets"],
        figures: { first: String(firstWrong) },
        truth: right ? "trusted" : "doubted",
      };
    },
  };
}
