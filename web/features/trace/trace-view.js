// @ts-check
/** Which iterations the error trace shows: all of them, or a part that the visitor has chosen. */

const NARROWEST = 8; // iterations

export class TraceView {
  #range;
  #changed;
  /** @type {((from: number, to: number, zoomed: boolean) => void)[]} */
  #followers = [];

  /**
   * @param {import("./trace-chart.js").Range} range  whose `view` is ours
   * @param {() => void} changed
   */
  constructor(range, changed) {
    this.#range = range;
    this.#changed = changed;
  }

  /** @param {(from: number, to: number, zoomed: boolean) => void} follower */
  follow(follower) {
    this.#followers.push(follower);
  }

  get limits() {
    return this.#range.view ?? [0, this.#range.iterations];
  }

  /** Show what was dragged over. @param {import("uplot")} plot */
  take(plot) {
    const { left, width } = plot.select;
    if (width > 0) this.show(plot.posToVal(left, "x"), plot.posToVal(left + width, "x"));
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  }

  /**
   * @param {number} from
   * @param {number} to
   */
  show(from, to) {
    const { iterations } = this.#range;
    const [low, high] = [Math.max(0, Math.floor(from)), Math.min(iterations, Math.ceil(to))];
    if (high - low < NARROWEST) return;
    this.#range.view = low === 0 && high === iterations ? null : [low, high];
    this.tell();
    this.#changed();
  }

  /**
   * @param {number} factor  below 1: nearer
   * @param {number} around  the iteration that stays in the middle
   */
  scale(factor, around) {
    const [from, to] = this.limits;
    const half = (factor * (to - from)) / 2;
    this.show(around - half, around + half);
  }

  whole() {
    this.#range.view = null;
    this.tell();
    this.#changed();
  }

  tell() {
    const [from, to] = this.limits;
    for (const follower of this.#followers) follower(from, to, this.#range.view !== null);
  }
}
