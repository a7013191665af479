// @ts-check
/** What the tutorial's program would have printed by now. */

import { Log } from "./log.js";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, state, root }) {
  const printed = new Log(root.find("log", HTMLElement), root.find("copy-log", HTMLButtonElement));
  line.on("run", ({ iteration }) => printed.clear(iteration));
  state.frame.follow((frame) => frame && printed.append(frame.log));
  line.on("rewound", ({ iteration }) => printed.rewind(iteration));
}
