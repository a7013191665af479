// @ts-check
/** How the network does that is asked, beside the one that has learnt: a small map, bars, words. */

import { followTheme } from "../../drawing/colours.js";
import { say } from "../../drawing/dom.js";
import { percent } from "../../drawing/format.js";
import { paintPairs } from "../../drawing/pairs-picture.js";
import { whenSeen } from "../../drawing/when-visible.js";

/** @typedef {import("../../runtime/messages.js").Accuracy} Accuracy */

/** @param {import("../../drawing/root.js").Root} root */
export function effectPicture(root) {
  const canvas = root.find("effect-map", HTMLCanvasElement);
  const [before, now] = ["before", "now"].map((name) => root.find(`effect-${name}`, HTMLElement));
  /** @type {Accuracy | null} */
  let shown = null;
  const paint = whenSeen(canvas, () => {
    const size = shown?.map ? 1 << (bitsOf(shown) - 1) : 1;
    [canvas.width, canvas.height] = [size, size]; // empty, until there is a map
    if (shown?.map) paintPairs(canvas, shown.map, bitsOf(shown));
  });
  followTheme(paint);
  return {
    /**
     * @param {Accuracy | null} learnt  of the true network; null: not known
     * @param {Accuracy | null} asked  of the one that is asked, likewise
     */
    update(learnt, asked) {
      fill(before, learnt);
      fill(now, asked);
      shown = asked;
      canvas.style.visibility = asked && !asked.map ? "hidden" : ""; // a sample has no map
      canvas.ariaLabel = asked
        ? `Map of all sums: ${percent(asked.exact)} right`
        : "No sums tried yet";
      paint();
    },
  };
}

const bitsOf = (/** @type {Accuracy} */ { perBit }) => perBit.length;

/**
 * @param {HTMLElement} row
 * @param {Accuracy | null} accuracy
 */
function fill(row, accuracy) {
  row.style.setProperty("--share", accuracy ? accuracy.exact.toFixed(4) : "0");
  const value = row.querySelector("b");
  if (value) say(value, accuracy ? percent(accuracy.exact) : "–");
}
