// @ts-check
/** Draw something at once, but not so often that it could not be read. */

/**
 * @param {number} pause  milliseconds between two drawings
 * @param {() => void} draw
 * @returns {() => void}  call it whenever there is something new to draw
 */
export function atMost(pause, draw) {
  let drawnAt = Number.NEGATIVE_INFINITY;
  let timer = 0;

  function drawNow() {
    timer = 0;
    drawnAt = performance.now();
    draw();
  }

  return () => {
    const wait = drawnAt + pause - performance.now();
    if (wait <= 0 && !timer) drawNow();
    else timer ||= setTimeout(drawNow, wait);
  };
}
