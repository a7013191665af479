// @ts-check
/** Both presets trained side by side, from the seed of the run, which is left alone. */

import { SideBySide } from "./preset-race.js";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, state: shared, root }) {
  let cancel = () => {};
  const panel = new SideBySide(root, {
    start() {
      const seed = shared.run.value?.seed ?? 0;
      const asked = line.ask({ about: "presets", seed }, (done) => panel.progress(done));
      cancel = asked.cancel;
      asked.answer.then(
        (result) => panel.show(result),
        (/** @type {Error} */ error) => panel.refuse(error.message),
      );
    },
    cancel: () => cancel(),
  });
  line.on("ready", () => panel.enable(true));
  line.on("failed", () => panel.enable(false));
}
