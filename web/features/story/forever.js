// @ts-check
/** Chapter "For ever?": one long carry, and the outputs that creep towards one half on its way. */

import { isOne } from "../../drawing/bits.js";
import { draw, say } from "../../drawing/dom.js";

const SUM = { first: "2147483647", second: "1" };
const COLUMNS = 32;
const [LEFT, TOP, WIDTH, HEIGHT] = [40, 16, 584, 336];
const STEP = WIDTH / COLUMNS;

/** @param {number} bit  the lowest stands at the right, as in a sum */
const x = (bit) => LEFT + WIDTH - (bit + 0.5) * STEP;
/** @param {number} output */
const y = (output) => TOP + HEIGHT * (1 - output);

/**
 * @param {import("./chapters.js").Place} place
 * @returns {import("./chapters.js").Chapter}
 */
export function foreverChapter({ part, run, line }) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const choices = part("chapter-forever", HTMLElement).querySelectorAll("input");
  drawAxes(part("leak-axes", SVGElement));

  return {
    begin: (tell) => run.prepare(20_000, tell),
    async reveal(tell) {
      await run.bringTo(20_000, tell);
      const sum = await line.ask({ about: "add", ...SUM }).answer;
      const { outputs, trueBits, firstWrong, right } = sum;
      const marks = Array.from(outputs.slice(0, COLUMNS), (output, bit) =>
        markOf(output, bit, isOne(output) === trueBits[bit]),
      );
      part("leak-outputs", SVGElement).replaceChildren(...marks);
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

/**
 * A round mark where it is right; crossed out where it is wrong.
 * @param {number} output
 * @param {number} bit
 * @param {boolean} right
 */
function markOf(output, bit, right) {
  const mark = draw("g", { class: right ? "said" : "said wrong" });
  mark.append(draw("line", { x1: x(bit), x2: x(bit), y1: y(0), y2: y(output) }));
  if (right) mark.append(draw("circle", { cx: x(bit), cy: y(output), r: 6 }));
  else mark.append(draw("path", { d: `M${x(bit) - 6} ${y(output) - 6}l12 12m0-12l-12 12` }));
  return mark;
}

/** @param {SVGElement} group */
function drawAxes(group) {
  for (const output of [0, 0.5, 1]) {
    const kind = output === 0.5 ? "rule half" : "rule";
    const at = y(output);
    group.append(draw("line", { class: kind, x1: LEFT, x2: LEFT + WIDTH, y1: at, y2: at }));
    group.append(draw("text", { x: LEFT - 8, y: at + 4, "text-anchor": "end" }, String(output)));
  }
  for (const bit of [0, 8, 16, 24, 31]) {
    const place = { x: x(bit), y: TOP + HEIGHT + 22, "text-anchor": "middle" };
    group.append(draw("text", place, `bit ${bit}`));
  }
}
