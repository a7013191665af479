// @ts-check
/**
 * Draw something at once, but not so often that it could not be read. All that wait are drawn at
 * multiples of their pauses, so that much of the page changes in one frame, which costs the browser
 * far less than a little in every frame.
 */

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
    const now = performance.now();
    drawnAt = now - (now % pause);
    draw();
  }

  return () => {
    const wait = drawnAt + pause - performance.now();
    if (wait <= 0 && !timer) drawNow();
    else timer ||= setTimeout(drawNow, wait);
  };
}
