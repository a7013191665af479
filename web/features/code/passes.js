// @ts-check
/** The slider of passes: forward, and after a gap back. */

import { draw, say } from "../../drawing/dom.js";
import { passOf } from "./when.js";

const GAP = 1; // of a pass, between both ways

/**
 * @param {{slider: HTMLInputElement, dots: SVGElement, words: HTMLElement}} parts
 * @param {(position: number) => void} hear
 */
export function passes({ slider, dots, words }, hear) {
  let steps = 8;
  const box = /** @type {HTMLElement} */ (slider.closest(".passes"));

  function show() {
    const position = slider.valueAsNumber;
    const { t, back } = passOf(position, steps);
    const told = `t = ${t}, ${back ? "back" : "forward"}`;
    say(words, told);
    slider.setAttribute("aria-valuetext", told);
    box.classList.toggle("back", back);
    paint(dots, steps, position);
  }

  slider.addEventListener("input", () => {
    show();
    hear(slider.valueAsNumber);
  });
  new ResizeObserver(show).observe(dots);
  show();
  return {
    /** @param {number} bits  of the sum */
    resize(bits) {
      if (bits === steps) return;
      steps = bits;
      slider.max = String(2 * bits - 1);
      show();
    },
  };
}

/**
 * @param {SVGElement} dots
 * @param {number} steps
 * @param {number} position
 */
function paint(dots, steps, position) {
  const { width, height } = dots.getBoundingClientRect();
  if (!width) return;
  const margin = 12;
  const apart = (width - 2 * margin) / (2 * steps - 1 + GAP);
  const x = (/** @type {number} */ at) => margin + apart * (at + (at >= steps ? GAP : 0));
  const y = height / 3;
  const every = Math.ceil(20 / apart); // numbers that would touch are left out
  const ways = [
    ["forth", 0, steps - 1],
    ["back", steps, 2 * steps - 1],
  ].map(([way, from, to]) =>
    draw("path", { class: String(way), d: `M${x(Number(from))} ${y}H${x(Number(to))}` }),
  );
  const points = Array.from({ length: 2 * steps }, (_, at) => {
    const { t, back } = passOf(at, steps);
    const here = at === position;
    const way = back ? "back" : "forth";
    const mark = { class: here ? `${way} here` : way, cx: x(at), cy: y, r: here ? 9 : 4 };
    const named = here || (t % every === 0 && Math.abs(at - position) >= every);
    const name = draw("text", { x: x(at), y: height - 3 }, named ? String(t) : "");
    return [draw("circle", mark), name];
  });
  dots.replaceChildren(...ways, ...points.flat());
}
