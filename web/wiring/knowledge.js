// @ts-check
/** What it knows by now: the map of all pairs, accuracy by the length of the carry, the proof, the weights. */

import { byId, say } from "../dom.js";
import { count, percent, plural } from "../format.js";
import { ProofMap } from "../panels/proof-map.js";
import { ShareBars } from "../panels/ripples.js";
import { isShown } from "../shown.js";
import { wireSeal } from "./seal.js";
import { wireWeights } from "./weights.js";

/**
 * @typedef {import("../line.js").Line} Line
 * @typedef {import("../shared.js").Shared} Shared
 * @typedef {import("../messages.js").Accuracy} Accuracy
 * @typedef {import("../actions.js").Actions} Actions
 */

/**
 * @param {Line} line
 * @param {Shared} shared
 * @param {Actions} actions
 */
export function wireKnowledge(line, shared, actions) {
  wireMap(shared, actions);
  wireSeal(line, shared, actions);
  wireWeights(line, shared);
}

/**
 * @param {Shared} shared
 * @param {Actions} actions
 */
function wireMap(shared, actions) {
  const map = mapOf(actions);
  const bars = barsOf();
  const isChanged = () => shared.change.value.kind !== "none";
  const newest = () => (isChanged() ? shared.changed.value : shared.measured.value);
  const show = () => {
    const accuracy = newest();
    if (!accuracy || !isShown("map")) return;
    if (accuracy.map) map.update({ map: accuracy.map, exact: accuracy.exact });
    bars.update(accuracy);
    say(byId("map-lead", HTMLElement), leadOf(accuracy, isChanged()));
  };

  shared.measured.follow(show);
  shared.changed.follow(show);
  shared.change.follow(show);
  shared.pinned.follow((sum) => map.pin(sum && inMap(sum, shared.run.value?.bits ?? 1)));
  shared.run.follow((settings) => settings && map.resize(settings.bits));
}

/**
 * @param {import("../shared.js").Operands} sum
 * @param {number} bits
 */
function inMap({ a, b }, bits) {
  const most = 2n ** BigInt(bits - 1);
  return a < most && b < most ? { a: Number(a), b: Number(b) } : null;
}

/** @param {Actions} actions */
function mapOf(actions) {
  const parts = {
    plane: byId("map-plane", HTMLElement),
    canvas: byId("map-canvas", HTMLCanvasElement),
    reading: byId("map-reading", HTMLElement),
    corners: [...document.querySelectorAll(".map-last")],
  };
  return new ProofMap(parts, ({ a, b }) => {
    actions.pin({ a: BigInt(a), b: BigInt(b) });
    actions.ask(String(a), String(b));
  });
}

/** Accuracy by carry, and by bit in place of the map where not all pairs are tried. */
function barsOf() {
  const perBit = new ShareBars(byId("per-bit", HTMLElement));
  const perRipple = new ShareBars(byId("per-ripple", HTMLElement));
  return {
    /** @param {Accuracy} newest */
    update(newest) {
      for (const id of ["map-whole", "map-reading", "map-key"]) {
        byId(id, HTMLElement).hidden = !newest.all;
      }
      byId("bit-shares", HTMLElement).hidden = newest.all;
      perBit.update(newest.perBit);
      perRipple.update(newest.perRipple);
    },
  };
}

/**
 * @param {Accuracy} newest
 * @param {boolean} changed  is it that of a changed network?
 */
function leadOf({ exact, pairs, all, perBit, iteration }, changed) {
  const after = iteration ? `after ${plural(iteration, "iteration")}` : "before any training";
  const whose = changed
    ? `Changed, ${after}, it adds`
    : `${after[0].toUpperCase()}${after.slice(1)} it adds`;
  if (!all) {
    const there = count(4 ** (perBit.length - 1));
    return `${whose} ${percent(exact)} of a sample of ${count(pairs)} pairs; there are ${there}.`;
  }
  if (exact === 1) return `${whose} every one of the ${count(pairs)} pairs.`;
  return `${whose} ${count(exact * pairs)} of all ${count(pairs)} pairs.`;
}
