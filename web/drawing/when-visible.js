// @ts-check
/** Draw what is in sight, not so often that it could not be seen, and the rest when it comes into sight. */

import { atMost } from "./throttle.js";

const NEAR = { rootMargin: "200px" }; // drawn a little before it can be seen

/** @type {Set<() => void>} what has changed out of sight */
const owed = new Set();
let printing = false; // paper shows all, in other sizes

/**
 * @param {Element} element  the picture
 * @param {() => void} draw
 * @returns {() => void}  call it whenever there is something new to draw
 */
export function whenSeen(element, draw) {
  let seen = false;
  whileSeen(element, (now) => {
    seen = now;
    if (seen && owed.delete(draw)) draw();
  });
  return () => {
    if (seen || printing) draw();
    else owed.add(draw);
  };
}

/**
 * @param {Element} element  the picture
 * @param {number} pause  milliseconds between two drawings
 * @param {() => void} draw
 * @returns {() => void}  call it whenever there is something new to draw
 */
export const inSight = (element, pause, draw) => atMost(pause, whenSeen(element, draw));

/** Before all is shown at once: on paper, or in a file. */
export function drawAll() {
  for (const draw of owed) draw();
  owed.clear();
}

/**
 * @param {Element} element
 * @param {(seen: boolean) => void} tell  called at first, and at every change
 */
export function whileSeen(element, tell) {
  const hear = (/** @type {IntersectionObserverEntry[]} */ entries) =>
    tell(entries[entries.length - 1].isIntersecting);
  new IntersectionObserver(hear, NEAR).observe(element);
}

addEventListener("beforeprint", () => {
  printing = true;
  drawAll();
});
addEventListener("afterprint", () => {
  printing = false;
});
