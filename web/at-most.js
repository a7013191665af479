// @ts-check
/** Draw the newest of something at once, but not so often that it could not be read. */

/**
 * @template T
 * @param {number} pause  milliseconds between two drawings
 * @param {(item: T) => void} draw
 * @returns {(item: T) => void}
 */
export function atMost(pause, draw) {
  let drawnAt = Number.NEGATIVE_INFINITY;
  let timer = 0;
  /** @type {T} */
  let newest;

  function drawNow() {
    timer = 0;
    drawnAt = performance.now();
    draw(newest);
  }

  return (item) => {
    newest = item;
    const wait = drawnAt + pause - performance.now();
    if (wait <= 0 && !timer) drawNow();
    else timer ||= setTimeout(drawNow, wait);
  };
}
