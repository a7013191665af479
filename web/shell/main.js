// @ts-check
/** The page's wiring: one line to the worker, one state, one set of actions, and all features. */

import { yieldToBrowser } from "../drawing/yield-to-browser.js";
import { wire as adder } from "../features/adder/wire.js";
import { wire as embed } from "../features/embed/wire.js";
import { wire as experiments } from "../features/experiments/wire.js";
import { wire as explain } from "../features/explain/wire.js";
import { wire as failures } from "../features/failures/wire.js";
import { wire as guide } from "../features/guide/wire.js";
import { wire as help } from "../features/help/wire.js";
import { wire as interventions } from "../features/interventions/wire.js";
import { wire as keep } from "../features/keep/wire.js";
import { wire as log } from "../features/log/wire.js";
import { wire as machine } from "../features/machine/wire.js";
import { wire as pairMap } from "../features/pair-map/wire.js";
import { wire as presetRace } from "../features/preset-race/wire.js";
import { wire as proof } from "../features/proof/wire.js";
import { wire as recording } from "../features/recording/wire.js";
import { wire as recovery } from "../features/recovery/wire.js";
import { wire as settings } from "../features/settings/wire.js";
import { wire as stage } from "../features/stage/wire.js";
import { wire as states } from "../features/states/wire.js";
import { wire as sum } from "../features/sum/wire.js";
import { wire as trace } from "../features/trace/wire.js";
import { wire as transport } from "../features/transport/wire.js";
import { wire as updates } from "../features/updates/wire.js";
import { wire as warning } from "../features/warning/wire.js";
import { wire as weights } from "../features/weights/wire.js";
import { createActions } from "../state/actions.js";
import { hearRun } from "../state/hear-run.js";
import { Shared } from "../state/page-state.js";

/** In the order in which they hear of what happens. */
const FEATURES = [
  settings,
  embed,
  recovery,
  sum,
  states,
  transport,
  trace,
  log,
  warning,
  guide,
  experiments,
  failures,
  presetRace,
  adder,
  keep,
  help,
  explain,
  pairMap,
  proof,
  machine,
  weights,
  interventions,
  recording,
  stage,
  updates,
];

/**
 * Set up all features, one after the other, so that the page answers in between.
 * @param {import("../runtime/worker-line.js").Line} line
 */
export async function wire(line) {
  const state = new Shared();
  hearRun(line, state);
  const actions = createActions(line, state);
  for (const feature of FEATURES) {
    await feature({ line, state, actions });
    await yieldToBrowser();
  }
  await line.listen();
}
