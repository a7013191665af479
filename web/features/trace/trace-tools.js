// @ts-check
/** The error trace's own controls: its axis, the lines by carry length, and back to the whole run. */

/**
 * @param {import("../../drawing/root.js").Root} root
 * @param {import("./error-trace.js").ErrorTrace} trace
 */
export function traceTools(root, trace) {
  const logarithmic = root.find("trace-log", HTMLInputElement);
  const ripples = root.find("trace-ripples", HTMLInputElement);
  const whole = root.find("trace-whole", HTMLButtonElement);
  const choose = () => trace.choose({ logarithmic: logarithmic.checked, ripples: ripples.checked });
  logarithmic.addEventListener("change", choose);
  ripples.addEventListener("change", choose);
  whole.addEventListener("click", () => {
    trace.view.whole();
    root.find("error-trace", HTMLElement).focus();
  });
  trace.view.follow((_from, _to, zoomed) => {
    whole.hidden = !zoomed;
  });
}
