// @ts-check
/** Chapter "Ten thousand sums": a curve to guess, and the one that the network draws. */

import { draw, say } from "../../drawing/dom.js";
import { count, percent } from "../../drawing/format.js";
import { drawAxes, LAST, lineOf, x, y } from "./share-chart.js";

const WITHIN = 1_000; // sums in which it clicks
const SOON = 0.3; // share after 4,000 sums above which a guess is an early one
const LATE = 0.1;

/**
 * @param {import("./chapters.js").Place} place
 * @returns {import("./chapters.js").Chapter}
 */
export function learnChapter({ part, run, state }) {
  const sliders = [...part("chapter-learn", HTMLElement).querySelectorAll("input")];
  const guess = () => [
    { after: 0, share: 0 },
    ...sliders.map(({ dataset, valueAsNumber }) => ({
      after: Number(dataset.after),
      share: valueAsNumber / 100,
    })),
  ];
  let touched = false;
  drawAxes(part("learn-axes", SVGElement));
  const showGuess = () =>
    drawGuess(part("learn-guess", SVGElement), part("learn-marks", SVGElement), guess());
  showGuess();
  for (const slider of sliders) {
    slider.addEventListener("input", () => {
      touched = true;
      const words = slider.nextElementSibling;
      if (words) say(words, `${slider.value} %`);
      showGuess();
    });
  }
  /** What was measured on the way here; the run may have been further. */
  const measured = () => {
    const at = state.frame.value?.iteration ?? 0;
    const list = state.measurements.value?.list ?? [];
    return list.filter(({ iteration }) => iteration <= at);
  };
  const showTruth = () => {
    const line = lineOf(measured().map(({ iteration, exact }) => [iteration, exact]));
    part("learn-truth", SVGElement).setAttribute("d", line);
  };

  return {
    begin: (tell) => run.prepare(0, tell),
    async reveal(tell) {
      await run.bringTo(0, tell);
      const end = state.measured.follow(showTruth);
      await run.bringTo(LAST, () => {}).finally(end);
      showTruth();
      for (const slider of sliders) slider.disabled = true;
      const figures = figuresOf(measured());
      say(part("learn-caption", HTMLElement), `${figures.last} of all sums are right in the end.`);
      const mine = touched ? sliders.map(({ value }) => `${value} %`).join(", ") : "";
      return { cases: [touched ? caseOf(guess()) : "", "always"], figures, guess: mine };
    },
  };
}

/** @param {{iteration: number, exact: number}[]} list */
export function figuresOf(list) {
  const steps = list.flatMap((one) => {
    const later = list.findLast(({ iteration }) => iteration <= one.iteration + WITHIN);
    return later ? [{ one, later, gain: later.exact - one.exact }] : [];
  });
  const { one, later } = steps.reduce((best, step) => (step.gain > best.gain ? step : best));
  const clicked = list.find(({ exact }) => exact > 0.5)?.iteration ?? LAST;
  return {
    from: percent(one.exact),
    to: percent(later.exact),
    clicked: count(clicked),
    last: percent(list[list.length - 1].exact),
  };
}

/** @param {{after: number, share: number}[]} guess */
export function caseOf(guess) {
  const early = guess.find(({ after }) => after === 4_000)?.share ?? 0;
  const later = guess.find(({ after }) => after === 6_000)?.share ?? 0;
  if (early <= LATE) return "late";
  return early >= SOON && later - early < SOON ? "steady" : "early";
}

/**
 * @param {SVGElement} line
 * @param {SVGElement} marks
 * @param {{after: number, share: number}[]} guess
 */
function drawGuess(line, marks, guess) {
  line.setAttribute("d", lineOf(guess.map(({ after, share }) => [after, share])));
  const circles = guess
    .slice(1)
    .map(({ after, share }) =>
      draw("circle", { class: "guess-mark", cx: x(after), cy: y(share), r: 7 }),
    );
  marks.replaceChildren(...circles);
}
