// @ts-check
/** Chapter "Surely wrong": two outputs that should be 0, and how hard each pushes its weights. */

import { draw, say } from "../../drawing/dom.js";

const [UNSURE, SURE] = [0.47, 0.99];
const RANGE = 6; // inputs of the output unit, from -6 to 6
const [LEFT, WIDTH] = [64, 560];
const UPPER = { top: 24, height: 168, most: 1 }; // the output
const LOWER = { top: 240, height: 128, most: 0.16 }; // the push

/** @typedef {import("../../runtime/messages.js").Pushes} Pushes */

/** @param {number} input */
const x = (input) => LEFT + (WIDTH * (input + RANGE)) / (2 * RANGE);
/**
 * @param {typeof UPPER} panel
 * @param {number} value
 */
const y = ({ top, height, most }, value) => top + height * (1 - value / most);

/**
 * @param {import("./chapters.js").Place} place
 * @returns {import("./chapters.js").Chapter}
 */
export function pushChapter({ part, run, line }) {
  const article = part("chapter-push", HTMLElement);
  drawAxes(part("push-axes", SVGElement));
  /** @type {{points: Pushes, curve: Pushes} | null} */
  let found = null;

  return {
    async begin(tell) {
      await run.python(tell);
      found ??= await line.ask({ about: "push", outputs: [UNSURE, SURE], truth: 0 }).answer;
      drawOutputs(part("push-outputs", SVGElement), found);
    },
    async reveal() {
      if (!found) throw new Error("nothing was computed");
      drawHill(part("push-pushes", SVGElement), found.curve);
      drawArrows(part("push-arrows", SVGElement), found.points);
      const { points } = found;
      const [unsure, sure] = points.pushes;
      const figures = {
        unsure: unsure.toFixed(3).replace(/^0/, ""),
        sure: sure.toFixed(4).replace(/^0/, ""),
        times: (unsure / sure).toFixed(0),
      };
      say(
        part("push-caption", HTMLElement),
        `The push by the output: ${figures.unsure} at .47, ${figures.sure} at .99.`,
      );
      const guess = article.querySelector("input:checked");
      const mine = guess instanceof HTMLInputElement ? guess.value : "none";
      return { cases: [mine, "always"], figures, truth: "unsure" };
    },
  };
}

/** @param {SVGElement} group */
function drawAxes(group) {
  for (const [panel, values, name] of /** @type {const} */ ([
    [UPPER, [0, 0.5, 1], "output"],
    [LOWER, [0, 0.05, 0.1, 0.15], "push"],
  ])) {
    for (const value of values) {
      const at = y(panel, value);
      group.append(draw("line", { class: "rule", x1: LEFT, x2: LEFT + WIDTH, y1: at, y2: at }));
      const place = { x: LEFT - 8, y: at + 4, "text-anchor": "end" };
      group.append(draw("text", place, String(value).replace(/^0\./, ".")));
    }
    group.append(draw("text", { class: "name", x: LEFT + 4, y: panel.top - 6 }, name));
  }
}

/**
 * The sigmoid, and the two outputs on it.
 * @param {SVGElement} group
 * @param {{points: Pushes, curve: Pushes}} found
 */
function drawOutputs(group, { points, curve }) {
  const line = lineOf(curve.inputs, curve.outputs, UPPER);
  group.replaceChildren(draw("path", { class: "sigmoid", d: line }));
  for (const [place, input] of points.inputs.entries()) {
    const output = points.outputs[place];
    const [left, at] = [x(input), y(UPPER, output)];
    const words = { class: "value", x: left - 14, y: at - 10, "text-anchor": "end" };
    group.append(
      draw("line", { class: "half", x1: left, x2: left, y1: at, y2: y(LOWER, 0) }),
      draw("circle", { class: "at", cx: left, cy: at, r: 8 }),
      draw("text", words, output.toFixed(2).replace(/^0/, "")),
    );
  }
}

/**
 * What any output would make of its miss.
 * @param {SVGElement} group
 * @param {Pushes} curve
 */
function drawHill(group, { inputs, pushes }) {
  const line = lineOf(inputs, pushes, LOWER);
  const [first, last] = [x(inputs[0]), x(inputs[inputs.length - 1])];
  const foot = y(LOWER, 0);
  group.replaceChildren(
    draw("path", { class: "hill", d: `${line}L${last} ${foot}L${first} ${foot}Z` }),
  );
}

/**
 * What the two make of theirs: arrows, as long as the push.
 * @param {SVGElement} group
 * @param {Pushes} points
 */
function drawArrows(group, points) {
  const foot = y(LOWER, 0);
  group.replaceChildren();
  for (const [place, input] of points.inputs.entries()) {
    const push = points.pushes[place];
    const [left, at] = [x(input), y(LOWER, push)];
    const head = Math.min(10, (foot - at) / 2);
    const words = { class: "value", x: left + 12, y: Math.min(at + 4, foot - 12) };
    group.append(
      draw("line", { class: "pushed", x1: left, x2: left, y1: foot, y2: at }),
      draw("path", {
        class: "pushed",
        d: `M${left - head} ${at + head}L${left} ${at}l${head} ${head}`,
      }),
      draw("text", words, push.toFixed(push < 0.05 ? 4 : 3).replace(/^0/, "")),
    );
  }
}

/**
 * @param {Float64Array} inputs
 * @param {Float64Array} values
 * @param {typeof UPPER} panel
 */
function lineOf(inputs, values, panel) {
  return `M${Array.from(inputs, (input, place) => `${x(input)} ${y(panel, values[place])}`).join("L")}`;
}
