// @ts-check
/** Let the browser draw and answer before more work of the same kind. */

const PATIENCE = 50; // milliseconds; a page out of sight has no frames

export const yieldToBrowser = () => new Promise((resolve) => setTimeout(resolve));

/** What was built has been laid out and painted. */
export const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, PATIENCE);
  });

/**
 * @param {() => void} work
 * @returns {() => void}  do it soon, once for all calls until then
 */
export function soon(work) {
  let due = false;
  return async () => {
    if (due) return;
    due = true;
    await yieldToBrowser();
    due = false;
    work();
  };
}
