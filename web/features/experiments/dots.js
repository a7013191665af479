// @ts-check
/**
 * Iterations until perfect: a row for each network compared, a dot for each seed, a tick for the
 * median; seeds that were not in time are counted at the end.
 *
 * @typedef {import("./plans.js").Experiment} Experiment
 * @typedef {import("../../runtime/messages.js").Compared} Compared
 */

import { make } from "../../drawing/dom.js";
import { count } from "../../drawing/format.js";

/**
 * @param {Experiment} experiment
 * @param {Compared | null} compared
 */
export function dots({ names, plan }, compared) {
  const seeds = plan.seeds.length;
  const all = make("div", "until-perfect");
  all.append(make("h3", "", "Iterations until every sum is right"));
  for (const [place, name] of names.entries()) {
    const track = make("div", "seeds");
    const never = make("span", "never");
    if (compared) {
      const perfect = compared.perfect.subarray(place * seeds, (place + 1) * seeds);
      fill(track, perfect, compared.quartiles[3 * place + 1], plan.iterations);
      const missed = perfect.filter((iterations) => !Number.isFinite(iterations)).length;
      if (missed) never.textContent = `✗ ${missed} not in time`;
    }
    all.append(make("span", "name", name), track, never);
  }
  const axis = make("p", "axis");
  axis.append(make("span", "", "0"), make("span", "", count(plan.iterations)));
  all.append(axis);
  return all;
}

/**
 * @param {HTMLElement} track
 * @param {Float64Array} perfect
 * @param {number} median
 * @param {number} end
 */
function fill(track, perfect, median, end) {
  track.setAttribute("role", "img");
  track.ariaLabel = Number.isFinite(median)
    ? `half of them after ${count(median)} iterations`
    : "not half of them in time";
  for (const iterations of perfect) mark(track, "dot", iterations / end);
  mark(track, "tick", median / end);
}

/**
 * @param {HTMLElement} track
 * @param {string} kind
 * @param {number} share  of the track's width
 */
function mark(track, kind, share) {
  if (!Number.isFinite(share)) return;
  const element = make("i", kind);
  element.style.left = `${100 * share}%`;
  track.append(element);
}
