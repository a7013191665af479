// @ts-check
/** Counts seconds down to an end that can be called off. */

/**
 * @param {number} seconds
 * @param {{tick: (left: number | null) => void, end: () => void}} hear  null: called off, or over
 */
export function countdown(seconds, { tick, end }) {
  let timer = 0;
  let left = 0;

  function stop() {
    clearInterval(timer);
    tick(null);
  }

  function count() {
    left -= 1;
    if (left > 0) return tick(left);
    stop();
    end();
  }

  return {
    start() {
      clearInterval(timer);
      left = seconds;
      tick(left);
      timer = setInterval(count, 1000);
    },
    stop,
  };
}
