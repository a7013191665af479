// @ts-check
/** The run's past: its error trace, its measurements, and the way back to any iteration. */

import { atMost } from "../../drawing/throttle.js";
import { ErrorTrace } from "./error-trace.js";
import { Rewinder } from "./rewind.js";
import { traceTools } from "./trace-tools.js";
import { measurementTable } from "./measurement-table.js";

const STAND_EVERY = 100; // milliseconds

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, state: shared, actions, root }) {
  const chart = root.find("error-trace", HTMLElement);
  const trace = new ErrorTrace({
    chart,
    line: root.find("trace-reading", HTMLElement),
    where: root.find("trace-where", HTMLElement),
    spoken: root.find("trace-spoken", HTMLElement),
  });
  traceTools(root, trace);
  const back = new Rewinder(root, actions.rewind);
  const stand = atMost(STAND_EVERY, () => back.stand(trace.extent));
  trace.view.follow((from, to) => back.fit(from, to));

  line.on("run", ({ settings, iteration }) => {
    trace.reset(settings, iteration);
    back.begin(trace.extent);
  });
  shared.frame.follow((frame) => {
    if (!frame) return;
    trace.update(frame);
    if (!frame.recorded) stand(); // the past of a recording is out of reach
  });
  shared.measured.follow((newest) => newest && trace.show(newest));
  line.on("rewound", ({ iteration }) => {
    trace.rewind(iteration);
    back.arrive(trace.extent);
  });
  line.on("rewind-refused", ({ message }) => back.refuse(message, trace.extent));
  shared.measurements.set(trace.measurements);
  shared.pictures.set("trace", () => chart.querySelectorAll("canvas"));
  wireTable(measurementTable(root), line, shared);
}

/**
 * The measurements behind the picture, as a table.
 * @param {ReturnType<typeof measurementTable>} table
 * @param {import("../../runtime/worker-line.js").Line} line
 * @param {import("../../state/page-state.js").Shared} shared
 */
function wireTable(table, line, shared) {
  shared.run.follow(table.clear);
  line.on("rewound", ({ iteration }) => table.cutAt(iteration));
  shared.frame.follow((frame) => frame && table.append(frame.measurements));
}
