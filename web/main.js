// @ts-check
/** The page's wiring: one line to the worker, one set of shared values, all features. */

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
import { wireTraining } from "./wiring/training.js";

const breath = () => new Promise((resolve) => setTimeout(resolve)); // the browser's, to draw

/**
 * Set up all features, one after the other, so that the page answers in between.
 * @param {import("./line.js").Line} line
 */
export async function wire(line) {
  const shared = createShared();
  const driving = () => wireDriving(line, shared, wireColumns(line, shared));
  /** @type {ReturnType<typeof driving>} */
  let eager;
  const features = [
    () => wireEmbed(),
    () => wireBoot(line),
    () => wireRecovery(line, shared),
    () => wireTraining(line, shared),
    () => {
      eager = driving();
    },
    () => wireTime(line, shared),
    () => wireGuide(shared),
    () => wireExperiments(line, shared),
    () => wireAdder(line),
    () => wireKeep(line, shared),
    () => wireManners(line, shared),
    () => wireKnowledge(line, shared),
    () => wireSurgery(line, shared),
    () => wireRecording(line, shared, eager),
    () => wireStage(line, shared),
    () => wireOffline(line, shared),
  ];
  for (const feature of features) {
    feature();
    await breath();
  }
  line.listen();
}
