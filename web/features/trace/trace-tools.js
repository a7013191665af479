// @ts-check
/** The error trace's own controls: its axis, the lines by carry length, and back to the whole run. */

import { byId } from "../../drawing/dom.js";

/** @param {import("./error-trace.js").ErrorTrace} trace */
export function traceTools(trace) {
  const logarithmic = byId("trace-log", HTMLInputElement);
  const ripples = byId("trace-ripples", HTMLInputElement);
  const whole = byId("trace-whole", HTMLButtonElement);
  const choose = () => trace.choose({ logarithmic: logarithmic.checked, ripples: ripples.checked });
  logarithmic.addEventListener("change", choose);
  ripples.addEventListener("change", choose);
  whole.addEventListener("click", () => {
    trace.view.whole();
    byId("error-trace", HTMLElement).focus();
  });
  trace.view.follow((_from, _to, zoomed) => {
    whole.hidden = !zoomed;
  });
}
