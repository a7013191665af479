// @ts-check
/** The run's past: its error trace, what it printed, and the way back to any iteration. */

import { atMost } from "../at-most.js";
import { byId } from "../dom.js";
import { ErrorTrace } from "../panels/error-trace.js";
import { log } from "../panels/log.js";
import { rewinder } from "../panels/rewind.js";
import { traceTools } from "../panels/trace-tools.js";
import { wireWarning } from "./warning.js";

const STAND_EVERY = 100; // milliseconds

/**
 * @param {import("../line.js").Line} line
 * @param {import("../shared.js").Shared} shared
 * @param {import("../actions.js").Actions} actions
 */
export function wireTime(line, shared, actions) {
  const trace = new ErrorTrace({
    chart: byId("error-trace", HTMLElement),
    line: byId("trace-reading", HTMLElement),
    where: byId("trace-where", HTMLElement),
    spoken: byId("trace-spoken", HTMLElement),
  });
  traceTools(trace);
  const printed = log(byId("log", HTMLElement), byId("copy-log", HTMLButtonElement));
  const back = rewinder(actions.rewind);
  const stand = atMost(STAND_EVERY, () => back.stand(trace.extent));
  trace.view.follow((from, to) => back.fit(from, to));

  line.on("run", ({ settings, iteration }) => {
    trace.reset(settings, iteration);
    printed.clear(iteration);
    back.begin(trace.extent);
  });
  shared.frame.follow((frame) => {
    if (!frame) return;
    trace.update(frame);
    printed.append(frame.log);
    if (!frame.recorded) stand(); // the past of a recording is out of reach
  });
  shared.measured.follow((newest) => newest && trace.show(newest));
  line.on("rewound", ({ iteration }) => {
    trace.rewind(iteration);
    printed.rewind(iteration);
    back.arrive(trace.extent);
  });
  line.on("rewind-refused", ({ message }) => back.refuse(message, trace.extent));
  wireWarning(line, shared, actions, trace.measurements);
}
