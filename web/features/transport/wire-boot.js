// @ts-check
/** Python starts. */

import { bootProgress } from "./boot-progress.js";

/**
 * @param {import("../../runtime/worker-line.js").Line} line
 * @param {import("../../drawing/root.js").Root} root
 */
export function wireBoot(line, root) {
  const boot = bootProgress({
    sentence: root.find("boot-stage", HTMLElement),
    bar: root.find("boot-bar", HTMLProgressElement),
    list: root.find("boot-stages", HTMLElement),
  });
  line.on("download", (bytes) => boot.count(bytes));
  line.on("boot", ({ stage }) => boot.reach(stage));
  line.on("ready", ({ python, numpy, binadd }) => {
    const versions = `Python ${python}, NumPy ${numpy}, binadd ${binadd}`;
    root.find("versions", HTMLElement).textContent = versions;
  });
}
