// @ts-check
/** Draw what is in sight, not so often that it could not be seen, and the rest when it comes into sight. */

import { atMost } from "./at-most.js";

/** @type {Set<() => void>} what has changed since it was drawn */
const owed = new Set();

/**
 * @param {Element} element  the picture
 * @param {number} pause  milliseconds between two drawings
 * @param {() => void} draw
 * @returns {() => void}  call it whenever there is something new to draw
 */
export function inSight(element, pause, draw) {
  let seen = false;
  const drawIfSeen = () => {
    if (seen && owed.delete(draw)) draw();
  };
  const drawSoon = atMost(pause, drawIfSeen);
  whileSeen(element, (now) => {
    seen = now;
    drawIfSeen();
  });
  return () => {
    owed.add(draw);
    drawSoon();
  };
}

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
  new IntersectionObserver((entries) => tell(entries[entries.length - 1].isIntersecting)).observe(
    element,
  );
}

addEventListener("beforeprint", drawAll);
