// @ts-check
/** The page's wiring: one line to the worker, one set of shared values and of actions, all features. */

import { createActions } from "./actions.js";
import { breath } from "./breath.js";
import { createShared } from "./shared.js";
import { wireAdder } from "./wiring/adder.js";
import { wireBoot } from "./wiring/boot.js";
import { wireColumns } from "./wiring/columns.js";
import { wireDriving } from "./wiring/driving.js";
import { wireGuide } from "./wiring/guide.js";
import { wireKeep } from "./wiring/keep.js";
import { wireEmbed } from "./wiring/embed.js";
import { wireExperiments } from "./wiring/experiments.js";
import { wireKnowledge } from "./wiring/knowledge.js";
import { wireManners } from "./wiring/manners.js";
import { wireRecording } from "./wiring/recording.js";
import { wireOffline } from "./wiring/offline.js";
import { wireRecovery } from "./wiring/recovery.js";
import { wireStage } from "./wiring/stage.js";
import { wireSurgery } from "./wiring/surgery.js";
import { wireTime } from "./wiring/time.js";
import { hearRun, wireTraining } from "./wiring/training.js";

/**
 * Set up all features, one after the other, so that the page answers in between.
 * @param {import("./line.js").Line} line
 */
export async function wire(line) {
  const shared = createShared();
  hearRun(line, shared);
  const actions = createActions(line, shared);
  const features = [
    () => wireTraining(line, shared, actions),
    () => wireEmbed(),
    () => wireBoot(line),
    () => wireRecovery(line, shared),
    () => wireColumns(line, shared, actions),
    () => wireDriving(line, shared, actions),
    () => wireTime(line, shared, actions),
    () => wireGuide(shared),
    () => wireExperiments(line, shared, actions),
    () => wireAdder(line, shared, actions),
    () => wireKeep(line, shared, actions),
    () => wireManners(line, shared, actions),
    () => wireKnowledge(line, shared, actions),
    () => wireSurgery(line, shared, actions),
    () => wireRecording(line, shared),
    () => wireStage(line, shared, actions),
    () => wireOffline(line, shared),
  ];
  for (const feature of features) {
    await feature();
    await breath();
  }
  await line.listen();
}
