// @ts-check
/** What the tutorial's program would have printed by now. */

import { byId } from "../../drawing/dom.js";
import { Log } from "./log.js";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, state }) {
  const printed = new Log(byId("log", HTMLElement), byId("copy-log", HTMLButtonElement));
  line.on("run", ({ iteration }) => printed.clear(iteration));
  state.frame.follow((frame) => frame && printed.append(frame.log));
  line.on("rewound", ({ iteration }) => printed.rewind(iteration));
}
