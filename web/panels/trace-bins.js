// @ts-check
/**
 * Memory of the error trace: any number of iterations in a fixed number of bins.
 * Every bin covers `span` iterations; when the bins are used up, neighbours merge and the span
 * doubles. A bin keeps the lowest and the highest error, so that no spike is ever lost.
 *
 * @typedef {Object} Reading  What is known around one iteration.
 * @property {number} from  first iteration of the bin
 * @property {number} to  its last
 * @property {number} low
 * @property {number} high
 * @property {number} mean  running mean at the bin's end
 * @property {number} exact  share of sums right as last measured, NaN before the first time
 */

const BINS = 2048; // at least two for every pixel of a chart 1,000 pixels wide
const WINDOW = 200; // iterations in the running mean

export class TraceBins {
  low = new Float64Array(BINS);
  high = new Float64Array(BINS);
  mean = new Float64Array(BINS);
  exact = new Float64Array(BINS); // NaN where nothing was measured
  window = new Float64Array(WINDOW); // the last errors, a ring
  sum = 0; // of the window
  span = 1; // iterations in a bin
  used = 0; // bins that hold anything
  iterations = 0;

  constructor() {
    this.clear();
  }

  clear() {
    this.window.fill(0);
    this.sum = 0;
    this.span = 1;
    this.used = 0;
    this.iterations = 0;
    this.#empty(0);
  }

  /** @param {number} from */
  #empty(from) {
    this.low.fill(Number.POSITIVE_INFINITY, from);
    this.high.fill(Number.NEGATIVE_INFINITY, from);
    this.mean.fill(Number.NaN, from);
    this.exact.fill(Number.NaN, from);
  }

  /** @param {Float64Array} errors  of the iterations that follow */
  push(errors) {
    for (const error of errors) {
      const bin = this.#binOf(this.iterations);
      if (error < this.low[bin]) this.low[bin] = error;
      if (error > this.high[bin]) this.high[bin] = error;
      this.mean[bin] = this.#runningMean(error);
      this.iterations += 1;
    }
  }

  /** @param {number} error */
  #runningMean(error) {
    const place = this.iterations % WINDOW;
    // Summed afresh once a round, so that rounding does not pile up over millions of iterations.
    if (place === 0) this.sum = this.window.reduce((sum, value) => sum + value, 0);
    this.sum += error - this.window[place];
    this.window[place] = error;
    return this.sum / Math.min(this.iterations + 1, WINDOW);
  }

  /**
   * @param {number} iteration
   * @param {number} share
   */
  measure(iteration, share) {
    this.exact[this.#binOf(iteration)] = share;
  }

  /** @param {number} iteration */
  #binOf(iteration) {
    while (iteration >= BINS * this.span) this.#halve();
    const bin = Math.floor(iteration / this.span);
    this.used = Math.max(this.used, bin + 1);
    return bin;
  }

  #halve() {
    for (let bin = 0; bin < BINS / 2; bin++) {
      const [left, right] = [2 * bin, 2 * bin + 1];
      this.low[bin] = Math.min(this.low[left], this.low[right]);
      this.high[bin] = Math.max(this.high[left], this.high[right]);
      this.mean[bin] = laterOf(this.mean[left], this.mean[right]);
      this.exact[bin] = laterOf(this.exact[left], this.exact[right]);
    }
    this.span *= 2;
    this.used = Math.ceil(this.used / 2);
    this.#empty(BINS / 2);
  }

  /**
   * Columns for a chart: two points a bin, its lowest and its highest error.
   * @returns {[number[], (number | null)[], (number | null)[], (number | null)[]]}
   */
  columns() {
    /** @type {[number[], (number | null)[], (number | null)[], (number | null)[]]} */
    const columns = [[], [], [], []];
    const [xs, errors, means, shares] = columns;
    for (let bin = 0; bin < this.used; bin++) {
      xs.push(bin * this.span, (bin + 0.5) * this.span);
      errors.push(orNull(this.low[bin]), orNull(this.high[bin]));
      means.push(orNull(this.mean[bin]), null);
      shares.push(orNull(this.exact[bin]), null);
    }
    return columns;
  }

  /** What is known around the newest iteration. */
  newest() {
    return this.reading(2 * BINS);
  }

  /**
   * @param {number} point  index into the columns; beyond the newest iteration: the newest
   * @returns {Reading}
   */
  reading(point) {
    const last = Math.floor(Math.max(this.iterations - 1, 0) / this.span);
    const bin = Math.min(point >> 1, last);
    const from = bin * this.span;
    return {
      from,
      to: Math.max(from, Math.min(from + this.span, this.iterations) - 1),
      low: this.low[bin],
      high: this.high[bin],
      mean: this.mean[bin],
      exact: this.#exactUpTo(bin === last ? this.used - 1 : bin),
    };
  }

  /** @param {number} bin */
  #exactUpTo(bin) {
    for (let at = bin; at >= 0; at--) if (!Number.isNaN(this.exact[at])) return this.exact[at];
    return Number.NaN;
  }
}

const orNull = (/** @type {number} */ value) => (Number.isFinite(value) ? value : null);

const laterOf = (/** @type {number} */ first, /** @type {number} */ second) =>
  Number.isNaN(second) ? first : second;
