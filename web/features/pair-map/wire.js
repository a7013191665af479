// @ts-check
/** What it knows by now: the map of all pairs, and accuracy by the length of the carry. */

import { say } from "../../drawing/dom.js";
import { count, percent, plural } from "../../drawing/format.js";
import { ProofMap } from "./pair-map.js";
import { ShareBars } from "./share-bars.js";
import { isShown } from "../../state/shown-panels.js";

/**
 * @typedef {import("../../runtime/messages.js").Accuracy} Accuracy
 * @typedef {import("../../state/actions.js").Actions} Actions
 * @typedef {import("../../drawing/root.js").Root} Root
 */

/** @param {import("../../state/actions.js").Given} given */
export function wire({ state: shared, actions, root }) {
  const parts = partsOf(root);
  const map = mapOf(parts, actions);
  const bars = barsOf(root);
  const isChanged = () => shared.change.value.kind !== "none";
  const newest = () => (isChanged() ? shared.changed.value : shared.measured.value);
  const show = () => {
    const accuracy = newest();
    if (!accuracy || !isShown("map")) return;
    if (accuracy.map) map.update({ map: accuracy.map, exact: accuracy.exact });
    bars.update(accuracy);
    say(root.find("map-lead", HTMLElement), leadOf(accuracy, isChanged()));
  };

  shared.pictures.set("map", () => [parts.canvas]);
  shared.measured.follow(show);
  shared.changed.follow(show);
  shared.change.follow(show);
  shared.pinned.follow((sum) => map.pin(sum && inMap(sum, shared.run.value?.bits ?? 1)));
  shared.run.follow((settings) => settings && map.resize(settings.bits));
}

/**
 * @param {import("../../state/page-state.js").Operands} sum
 * @param {number} bits
 */
function inMap({ a, b }, bits) {
  const most = 2n ** BigInt(bits - 1);
  return a < most && b < most ? { a: Number(a), b: Number(b) } : null;
}

/** @param {Root} root */
const partsOf = (root) => ({
  plane: root.find("map-plane", HTMLElement),
  canvas: root.find("map-canvas", HTMLCanvasElement),
  reading: root.find("map-reading", HTMLElement),
  corners: root.all(".map-last", HTMLElement),
});

/**
 * @param {ReturnType<typeof partsOf>} parts
 * @param {Actions} actions
 */
function mapOf(parts, actions) {
  return new ProofMap(parts, ({ a, b }) => actions.pin({ a: BigInt(a), b: BigInt(b) }));
}

/**
 * Accuracy by carry, and by bit in place of the map where not all pairs are tried.
 * @param {Root} root
 */
function barsOf(root) {
  const perBit = new ShareBars(root.find("per-bit", HTMLElement));
  const perRipple = new ShareBars(root.find("per-ripple", HTMLElement));
  return {
    /** @param {Accuracy} newest */
    update(newest) {
      for (const id of ["map-whole", "map-reading", "map-key"]) {
        root.find(id, HTMLElement).hidden = !newest.all;
      }
      root.find("bit-shares", HTMLElement).hidden = newest.all;
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
