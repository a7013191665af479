// @ts-check
/** Experiments with many networks beside the run. */

import { EXPERIMENTS, estimate } from "./plans.js";
import { Experiments } from "./experiments.js";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, state: shared, root }) {
  let cancel = () => {};
  let fastest = 0; // iterations a second of a run of 16 hidden units, as in the estimates

  const panel = new Experiments(root, EXPERIMENTS, {
    start(experiment) {
      const asked = line.ask({ about: "compare", ...experiment.plan }, (done) =>
        panel.progress(done),
      );
      cancel = asked.cancel;
      asked.answer.then(
        (result) => panel.show(experiment, result),
        (/** @type {Error} */ error) => panel.refuse(error.message),
      );
    },
    cancel: () => cancel(),
  });
  const tell = () => {
    for (const experiment of EXPERIMENTS) panel.estimate(experiment, estimate(experiment, fastest));
  };
  tell();
  line.on("ready", () => panel.enable(true));
  line.on("failed", () => panel.enable(false));
  shared.state.follow((state, before) => before === "running" && state !== "running" && tell());
  shared.frame.follow((frame) => {
    const settings = shared.run.value;
    const usual = settings?.hidden === 16 && settings.bits === 8 && settings.batch === 1;
    if (frame && usual) fastest = Math.max(fastest, frame.speed);
  });
}
