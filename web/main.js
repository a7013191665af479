// @ts-check
/** The page's wiring: one line to the worker, one set of shared values, all features. */

import { breath } from "./breath.js";
import { createShared } from "./shared.js";
import { Address } from "./wiring/address.js";
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
import { wireRenewal } from "./wiring/renewal.js";
import { wireSurgery } from "./wiring/surgery.js";
import { wireTime } from "./wiring/time.js";
import { wireTraining } from "./wiring/training.js";

/**
 * Set up all features, one after the other, so that the page answers in between.
 * @param {import("./line.js").Line} line
 */
export async function wire(line) {
  const shared = createShared();
  const form = wireTraining(line, shared);
  const address = new Address(line, shared);
  const renew = wireRenewal(line, shared, form, address);
  const driving = async () => wireDriving(line, shared, await wireColumns(line, shared), renew);
  /** @type {Awaited<ReturnType<typeof driving>>} */
  let eager;
  const features = [
    () => wireEmbed(),
    () => wireBoot(line),
    () => wireRecovery(line, shared),
    async () => {
      eager = await driving();
    },
    () => wireTime(line, shared),
    () => wireGuide(shared),
    () => wireExperiments(line, shared),
    () => wireAdder(line),
    () => wireKeep(line, shared, address),
    () => wireManners(line, shared),
    () => wireKnowledge(line, shared),
    () => wireSurgery(line, shared),
    () => wireRecording(line, shared, eager),
    () => wireStage(line, shared),
    () => wireOffline(line, shared),
  ];
  for (const feature of features) {
    await feature();
    await breath();
  }
  await line.listen();
}
