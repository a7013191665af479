// @ts-check
/** Python starts, or does not. */

import { byId } from "../dom.js";
import { failure } from "../panels/failure.js";
import { bootProgress } from "../panels/progress.js";

/**
 * @param {import("../line.js").Line} line
 * @param {import("../shared.js").Shared} shared
 */
export function wireBoot(line, shared) {
  const boot = bootProgress({
    sentence: byId("boot-stage", HTMLElement),
    bar: byId("boot-bar", HTMLProgressElement),
    list: byId("boot-stages", HTMLElement),
  });
  const end = failure();
  line.on("download", (bytes) => boot.count(bytes));
  line.on("boot", ({ stage }) => boot.reach(stage));
  line.on("ready", ({ python, numpy, binadd }) => {
    const versions = `Python ${python}, NumPy ${numpy}, binadd ${binadd}`;
    byId("versions", HTMLElement).textContent = versions;
  });
  line.on("failed", (event) => {
    end.show(event, shared.state.value !== "loading");
    shared.state.set("failed");
  });
}
