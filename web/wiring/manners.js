// @ts-check
/** Good manners: the theme, help, keys, and an explanation for every number. */

import { byId } from "../dom.js";
import { explainer } from "../panels/explain.js";
import { helpSheet, keys } from "../panels/help.js";
import { measurementTable } from "../panels/measurement-table.js";
import { themeSwitch } from "../panels/theme.js";

/**
 * @param {import("../line.js").Line} line
 * @param {import("../shared.js").Shared} shared
 * @param {import("../actions.js").Actions} actions
 */
export function wireManners(line, shared, actions) {
  themeSwitch(byId("theme", HTMLSelectElement));
  const help = helpSheet();
  const trainOrPause = () => (shared.state.value === "running" ? actions.pause() : actions.train());
  keys({
    t: trainOrPause,
    " ": trainOrPause,
    s: () => actions.step(),
    r: () => actions.reset(),
    p: actions.togglePin,
    "?": help.open,
  });
  explainer((module, name) => line.ask({ about: "source", module, name }).answer);
  wireTable(line, shared);
}

/**
 * The measurements behind the picture, as a table.
 * @param {import("../line.js").Line} line
 * @param {import("../shared.js").Shared} shared
 */
function wireTable(line, shared) {
  const table = measurementTable();
  shared.run.follow(table.clear);
  line.on("rewound", ({ iteration }) => table.cutAt(iteration));
  shared.frame.follow((frame) => frame && table.append(frame.measurements));
}
