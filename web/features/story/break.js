// @ts-check
/** Chapter "Break it": the same network and sums with a piece of the gradient deleted. */

import { draw, say } from "../../drawing/dom.js";
import { count, percent } from "../../drawing/format.js";
import { drawAxes, lineOf, x, y } from "./share-chart.js";

/** @typedef {import("../../runtime/messages.js").LearningCurve} LearningCurve */

/**
 * @param {import("./chapters.js").Place} place
 * @returns {import("./chapters.js").Chapter}
 */
export function breakChapter({ part, run, line }) {
  const article = part("chapter-break", HTMLElement);
  const meanwhile = part("break-progress", HTMLElement);
  drawAxes(part("break-axes", SVGElement));

  /** @param {number} done */
  const tell = (done) => say(meanwhile, `Both learn from the same sums: ${percent(done)}`);

  return {
    begin: (say) => run.python(say),
    async reveal() {
      tell(0);
      const asked = line.ask({ about: "slopeless" }, tell);
      const { honest, edited } = await asked.answer.finally(() => say(meanwhile, ""));
      part("break-honest", SVGElement).setAttribute("d", pathOf(honest));
      part("break-edited", SVGElement).setAttribute("d", pathOf(edited));
      const marks = [markOf(honest, "honest"), markOf(edited, "edited")];
      part("break-marks", SVGElement).replaceChildren(...marks.flat());
      const truth = verdict(honest, edited);
      const figures = { honest: whenOf(honest), edited: whenOf(edited) };
      const chosen = article.querySelector("input:checked");
      const guess = chosen instanceof HTMLInputElement ? chosen.value : "none";
      say(
        part("break-caption", HTMLElement),
        `All sums right after: as it is ${figures.honest}, without the piece ${figures.edited}.`,
      );
      return {
        cases: [guess === truth ? "right" : guess === "none" ? "none" : "other", truth],
        figures,
        truth,
      };
    },
  };
}

/** @param {LearningCurve} curve */
const pathOf = ({ evaluated, exact }) =>
  lineOf([
    [0, 0],
    ...Array.from(evaluated, (at, place) => /** @type {[number, number]} */ ([at, exact[place]])),
  ]);

/** When all sums are right for good. @param {LearningCurve} curve */
const whenOf = ({ perfect }) => (Number.isFinite(perfect) ? count(perfect) : "–");

/**
 * @param {LearningCurve} honest
 * @param {LearningCurve} edited
 */
export function verdict(honest, edited) {
  if (edited.perfect < honest.perfect) return "better";
  return edited.exact[edited.exact.length - 1] > 0.5 ? "worse" : "nothing";
}

/**
 * Where all sums have come right, with the number.
 * @param {LearningCurve} curve
 * @param {string} kind
 */
function markOf({ perfect }, kind) {
  if (!Number.isFinite(perfect)) return [];
  const at = x(perfect);
  return [
    draw("line", { class: `${kind} when`, x1: at, x2: at, y1: y(1), y2: y(0) }),
    kind === "honest" // a shape of its own, beside its colour
      ? draw("rect", { class: `${kind} when`, x: at - 6, y: y(1) - 6, width: 12, height: 12 })
      : draw("circle", { class: `${kind} when`, cx: at, cy: y(1), r: 6 }),
    draw("text", { class: `${kind} value`, x: at + 8, y: y(0.9) }, count(perfect)),
  ];
}
