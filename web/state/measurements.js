// @ts-check
/**
 * The measurements of a run that make its curve, in order: for the lines by carry length and for the moment at
 * which it clicks.
 *
 * @typedef {import("../runtime/messages.js").Measurement} Measurement
 */

const HALF = 0.5; // it has clicked when more than this share of the sums is right

export class Measurements {
  /** @type {Pick<Measurement, "iteration" | "exact" | "perRipple">[]} */
  list = [];

  clear() {
    this.list = [];
  }

  /** @param {Measurement} measurement  kept without its map, which is large */
  add({ iteration, exact, perRipple }) {
    const place = this.list.findLastIndex((known) => known.iteration <= iteration) + 1;
    if (this.list[place - 1]?.iteration === iteration) return;
    this.list.splice(place, 0, { iteration, exact, perRipple });
  }

  /** The first iteration measured with most sums right after one with few; undefined: not yet. */
  get clicked() {
    const place = this.list.findIndex(({ exact }) => exact > HALF);
    return place > 0 ? this.list[place].iteration : undefined;
  }

  /** The first iteration measured with every sum right from which on there was no other; undefined: none. */
  get settled() {
    const place = this.list.findLastIndex(({ exact }) => exact < 1) + 1;
    return place > 0 ? this.list[place]?.iteration : undefined;
  }

  /** The last of the best measurements before an iteration. @param {number} iteration */
  bestBefore(iteration) {
    const earlier = this.list.filter((known) => known.iteration < iteration);
    return earlier.reduce(
      (best, one) => (!best || one.exact >= best.exact ? one : best),
      earlier[0],
    );
  }

  /** The last one that is not after an iteration. @param {number} iteration */
  upTo(iteration) {
    return this.list.findLast((known) => known.iteration <= iteration);
  }
}
