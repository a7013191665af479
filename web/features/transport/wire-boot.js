// @ts-check
/** Python starts. */

import { byId } from "../../drawing/dom.js";
import { bootProgress } from "./boot-progress.js";

/**
 * @param {import("../../runtime/worker-line.js").Line} line
 */
export function wireBoot(line) {
  const boot = bootProgress({
    sentence: byId("boot-stage", HTMLElement),
    bar: byId("boot-bar", HTMLProgressElement),
    list: byId("boot-stages", HTMLElement),
  });
  line.on("download", (bytes) => boot.count(bytes));
  line.on("boot", ({ stage }) => boot.reach(stage));
  line.on("ready", ({ python, numpy, binadd }) => {
    const versions = `Python ${python}, NumPy ${numpy}, binadd ${binadd}`;
    byId("versions", HTMLElement).textContent = versions;
  });
}
