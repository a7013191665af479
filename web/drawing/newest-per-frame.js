// @ts-check
/** Draw the newest of something in an animation frame, thirty times a second at most. */

const PAUSE = 30; // milliseconds: every other frame of most screens
const HIDDEN_PAUSE = 500; // milliseconds; a hidden page has no animation frames

/**
 * @template T
 * @param {(item: T) => void} draw
 */
export function perFrame(draw) {
  /** @type {T | undefined} */
  let waiting;
  let drawnAt = 0;

  function drawNow() {
    const item = waiting;
    waiting = undefined;
    if (item === undefined) return;
    drawnAt = performance.now();
    draw(item);
  }

  function drawInTime() {
    if (performance.now() - drawnAt < PAUSE) requestAnimationFrame(drawInTime);
    else drawNow();
  }

  document.addEventListener("visibilitychange", drawNow); // at once, on going and on coming back

  return {
    /** @param {T} item */
    request(item) {
      waiting = item;
      if (document.hidden) setTimeout(drawNow, HIDDEN_PAUSE);
      else requestAnimationFrame(drawInTime);
    },
    /** Drop what has not been drawn: it is of the past. */
    forget() {
      waiting = undefined;
    },
  };
}
