// @ts-check
/** Experiments with many networks beside the run, and settings whose failure is worth seeing. */

import { EXPERIMENTS, estimate } from "../experiment-plans.js";
import { experiments } from "../panels/experiments.js";
import { presets } from "../panels/presets.js";
import { wireSideBySide } from "./side-by-side.js";

/**
 * @param {import("../line.js").Line} line
 * @param {import("../shared.js").Shared} shared
 * @param {import("../actions.js").Actions} actions
 */
export function wireExperiments(line, shared, actions) {
  let cancel = () => {};
  let fastest = 0; // iterations a second of a run of 16 hidden units, as in the estimates

  const panel = experiments(EXPERIMENTS, {
    start(experiment) {
      const asked = line.ask({ about: "compare", ...experiment.plan }, panel.progress);
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

  const failures = presets((texts) => {
    actions.reset(texts);
    line.send({ type: "train" }); // at the worker's pace: what fails is soon seen to
  });
  line.on("ready", ({ limits }) => failures.enable(limits));
  line.on("failed", failures.disable);
  wireSideBySide(line, shared);
}
