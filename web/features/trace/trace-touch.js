// @ts-check
/**
 * The error trace under a finger: one that goes sideways selects what to look at, as a mouse does.
 * One that goes up or down scrolls the page: the browser then takes the pointer away.
 */

const LEAST = 10; // pixels that a finger may slip in a tap

/**
 * @param {import("uplot")} plot
 * @param {import("./trace-view.js").TraceView} view
 */
export function traceTouch(plot, view) {
  const { over } = plot;
  /** @type {{pointer: number, from: number} | null} */
  let finger = null;

  /** @param {PointerEvent} event */
  function placeOf({ clientX }) {
    const { left, width } = over.getBoundingClientRect();
    return Math.min(Math.max(clientX - left, 0), width);
  }

  /** Pixels from the finger's first place to where it is. @param {PointerEvent} event */
  function spanTo(event) {
    const [from, to] = [finger?.from ?? 0, placeOf(event)];
    return { left: Math.min(from, to), width: Math.abs(to - from) };
  }

  /** @param {{left: number, width: number}} span */
  function mark({ left, width }) {
    const height = width ? over.clientHeight : 0;
    plot.setSelect({ left, width, top: 0, height }, false);
  }

  over.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" && event.isPrimary) {
      finger = { pointer: event.pointerId, from: placeOf(event) };
    }
  });
  over.addEventListener("pointermove", (event) => {
    if (event.pointerId === finger?.pointer) mark(spanTo(event));
  });
  over.addEventListener("pointerup", (event) => {
    if (event.pointerId !== finger?.pointer) return;
    const span = spanTo(event);
    finger = null;
    if (span.width >= LEAST) view.take(plot);
    else mark({ left: 0, width: 0 });
  });
  over.addEventListener("pointercancel", () => {
    finger = null;
    mark({ left: 0, width: 0 });
  });
}
