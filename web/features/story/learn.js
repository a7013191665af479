// @ts-check
/** Chapter "Ten thousand sums": a curve to guess, and the one that the network draws. */

import { draw, say } from "../../drawing/dom.js";
import { count, percent } from "../../drawing/format.js";

const LAST = 10_000;
const WITHIN = 1_000; // sums in which it clicks
const [LEFT, TOP, WIDTH, HEIGHT] = [48, 16, 572, 336];
const SOON = 0.3; // share after 4,000 sums above which a guess is an early one
const LATE = 0.1;

/** @param {number} iteration */
const x = (iteration) => LEFT + (WIDTH * iteration) / LAST;
/** @param {number} share */
const y = (share) => TOP + HEIGHT * (1 - share);

/**
 * @param {import("./chapters.js").Place} place
 * @returns {import("./chapters.js").Chapter}
 */
export function learnChapter({ part, run, state, actions }) {
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
  const measured = () => state.measurements.value?.list ?? [];
  const showTruth = () => {
    const points = measured().map(({ iteration, exact }) => `${x(iteration)} ${y(exact)}`);
    part("learn-truth", SVGElement).setAttribute("d", points.length ? `M${points.join("L")}` : "");
  };

  return {
    begin: (tell) => run.bringTo(0, tell),
    async reveal() {
      const end = state.measured.follow(showTruth);
      actions.step(LAST);
      await state.frame.when((frame) => frame?.iteration === LAST && frame.state !== "running");
      end();
      showTruth();
      for (const slider of sliders) slider.disabled = true;
      const figures = figuresOf(measured());
      say(part("learn-caption", HTMLElement), `${figures.last} of all sums are right in the end.`);
      return { cases: [touched ? caseOf(guess()) : "", "always"], figures };
    },
    leave() {},
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

/** @param {SVGElement} group */
function drawAxes(group) {
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    const at = y(share);
    group.append(draw("line", { class: "rule", x1: LEFT, x2: LEFT + WIDTH, y1: at, y2: at }));
    group.append(
      draw("text", { x: LEFT - 8, y: at + 4, "text-anchor": "end" }, `${share * 100} %`),
    );
  }
  for (const after of [0, 2_000, 4_000, 6_000, 8_000, 10_000]) {
    const place = { x: x(after), y: TOP + HEIGHT + 22, "text-anchor": "middle" };
    group.append(draw("text", place, count(after)));
  }
}

/**
 * @param {SVGElement} line
 * @param {SVGElement} marks
 * @param {{after: number, share: number}[]} guess
 */
function drawGuess(line, marks, guess) {
  line.setAttribute(
    "d",
    `M${guess.map(({ after, share }) => `${x(after)} ${y(share)}`).join("L")}`,
  );
  const circles = guess
    .slice(1)
    .map(({ after, share }) =>
      draw("circle", { class: "guess-mark", cx: x(after), cy: y(share), r: 7 }),
    );
  marks.replaceChildren(...circles);
}
