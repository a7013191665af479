// @ts-check
/** Chapter "Cut the memory": how many sums are left, and which: the map of all pairs. */

import { followTheme } from "../../drawing/colours.js";
import { say } from "../../drawing/dom.js";
import { count } from "../../drawing/format.js";
import { paintPairs } from "../../drawing/pairs-picture.js";

const ALL = 16_384;
const CARRYLESS = 3 ** 7; // pairs of seven columns without a 1 above a 1
const CLOSE = 0.1; // of the truth

/**
 * @param {import("./chapters.js").Place} place
 * @returns {import("./chapters.js").Chapter}
 */
export function cutChapter({ part, run, line }) {
  const show = mapOn(part("cut-map", HTMLCanvasElement));
  const slider = part("cut-guess", HTMLInputElement);
  const area = part("cut-area", HTMLElement);
  const hero = part("cut-hero", HTMLElement);
  let touched = false;
  slider.addEventListener("input", () => {
    touched = true;
    say(part("cut-guessed", HTMLElement), count(slider.valueAsNumber));
    const side = Math.sqrt(slider.valueAsNumber / ALL) * 100;
    area.style.setProperty("--side-of-guess", `${side}%`);
    area.hidden = false;
  });

  return {
    async begin(tell) {
      await run.prepare(10_000, tell);
      const whole = await line.ask({ about: "accuracy" }).answer;
      if (whole.pairs === ALL && whole.exact === 1) show(whole.map, ALL); // not a run of the visitor's
    },
    async reveal(tell) {
      await run.bringTo(10_000, tell);
      const changed = await line.ask({ about: "without-memory" }).answer;
      const left = Math.round(changed.exact * changed.pairs);
      show(changed.map, left);
      const isCarryless = left === CARRYLESS;
      say(part("cut-count", HTMLElement), count(left));
      part("cut-power", HTMLElement).hidden = !isCarryless;
      hero.hidden = false;
      slider.disabled = true;
      const cases = [
        touched ? caseOf(slider.valueAsNumber, left) : "",
        isCarryless ? "carryless" : "others",
      ];
      const guess = touched ? count(slider.valueAsNumber) : "";
      return { cases, figures: { left: count(left) }, guess };
    },
  };
}

/** @param {HTMLCanvasElement} canvas */
function mapOn(canvas) {
  /** @type {Uint8Array | undefined} */
  let map;
  const paint = () => map && paintPairs(canvas, map, 8);
  followTheme(paint);
  /** @param {Uint8Array | undefined} newest  @param {number} right */
  return (newest, right) => {
    map = newest;
    paint();
    canvas.ariaLabel = `Every pair of numbers up to 127: ${count(right)} of ${count(ALL)} sums are right.`;
  };
}

/**
 * @param {number} guess
 * @param {number} truth
 */
function caseOf(guess, truth) {
  if (Math.abs(guess - truth) <= CLOSE * truth) return "close";
  return guess > truth ? "more" : "fewer";
}
