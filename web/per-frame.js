// @ts-check
/** Draw the newest of something at most once per animation frame. */

const HIDDEN_PAUSE = 500; // milliseconds; a hidden page has no animation frames

/**
 * @template T
 * @param {(item: T) => void} draw
 */
export function perFrame(draw) {
  /** @type {T | undefined} */
  let waiting;

  function drawNow() {
    const item = waiting;
    waiting = undefined;
    if (item !== undefined) draw(item);
  }

  document.addEventListener("visibilitychange", drawNow); // at once, on going and on coming back

  return {
    /** @param {T} item */
    request(item) {
      waiting = item;
      if (document.hidden) setTimeout(drawNow, HIDDEN_PAUSE);
      else requestAnimationFrame(drawNow);
    },
    /** Drop what has not been drawn: it is of the past. */
    forget() {
      waiting = undefined;
    },
  };
}
