// @ts-check
/**
 * Memory of the error trace: any number of iterations in a fixed number of bins.
 * Every bin covers `span` iterations; when the bins are used up, neighbours merge and the span
 * doubles. A bin keeps the lowest and the highest error, so that no spike is ever lost.
 *
 * A run that goes back and trains on repeats itself bit for bit, so nothing is ever taken out:
 * only `now` moves, and what lies between it and `furthest` is known already.
 *
 * @typedef {Object} Reading  What is known around one iteration.
 * @property {number} from  first iteration of the bin
 * @property {number} to  its last
 * @property {number} low
 * @property {number} high
 * @property {number} mean  running mean at the bin's end
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
  first = 0; // iteration at which the run began
  now = 0; // where it stands
  furthest = 0; // where it has been

  constructor() {
    this.clear(0);
  }

  /** @param {number} first  iteration at which the run begins */
  clear(first) {
    this.window.fill(0);
    this.sum = 0;
    this.span = 1;
    this.used = 0;
    this.first = this.now = this.furthest = first;
    this.#empty(0);
  }

  /** @param {number} from */
  #empty(from) {
    this.low.fill(Number.POSITIVE_INFINITY, from);
    this.high.fill(Number.NEGATIVE_INFINITY, from);
    this.mean.fill(Number.NaN, from);
    this.exact.fill(Number.NaN, from);
  }

  /** @param {number} iteration  where the run stands now, not beyond `furthest` */
  rewind(iteration) {
    this.now = Math.min(Math.max(iteration, this.first), this.furthest);
  }

  /** @param {Float64Array} errors  of the iterations that follow */
  push(errors) {
    for (const error of errors.subarray(Math.max(0, this.furthest - this.now))) {
      const bin = this.#binOf(this.furthest);
      if (error < this.low[bin]) this.low[bin] = error;
      if (error > this.high[bin]) this.high[bin] = error;
      this.mean[bin] = this.#runningMean(error);
      this.furthest += 1;
    }
    this.now += errors.length;
  }

  /** @param {number} error */
  #runningMean(error) {
    const done = this.furthest - this.first;
    const place = done % WINDOW;
    // Summed afresh once a round, so that rounding does not pile up over millions of iterations.
    if (place === 0) this.sum = this.window.reduce((sum, value) => sum + value, 0);
    this.sum += error - this.window[place];
    this.window[place] = error;
    return this.sum / Math.min(done + 1, WINDOW);
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

  /** The lowest error so far. */
  get lowest() {
    return this.low.subarray(0, this.used).reduce((a, b) => Math.min(a, b), Infinity);
  }

  /**
   * Columns for a chart: two points a bin, its lowest and its highest error.
   * @returns {[number[], (number | null)[], (number | null)[], (number | null)[]]}
   */
  columns() {
    /** @type {[number[], (number | null)[], (number | null)[], (number | null)[]]} */
    const columns = [[], [], [], []];
    const [xs, errors, means, shares] = columns;
    for (let bin = Math.floor(this.first / this.span); bin < this.used; bin++) {
      xs.push(bin * this.span, (bin + 0.5) * this.span);
      errors.push(orNull(this.low[bin]), orNull(this.high[bin]));
      means.push(orNull(this.mean[bin]), null);
      shares.push(orNull(this.exact[bin]), null);
    }
    return columns;
  }

  /** What is known where the run stands. */
  newest() {
    return this.reading(this.now - 1);
  }

  /**
   * @param {number} iteration  beyond the furthest: the furthest
   * @returns {Reading}
   */
  reading(iteration) {
    const last = Math.floor(Math.max(this.furthest - 1, this.first) / this.span);
    const bin = Math.min(Math.floor(Math.max(iteration, this.first) / this.span), last);
    const from = Math.max(bin * this.span, this.first);
    return {
      from,
      to: Math.max(from, Math.min((bin + 1) * this.span, this.furthest) - 1),
      low: this.low[bin],
      high: this.high[bin],
      mean: this.mean[bin],
    };
  }
}

const orNull = (/** @type {number} */ value) => (Number.isFinite(value) ? value : null);

const laterOf = (/** @type {number} */ first, /** @type {number} */ second) =>
  Number.isNaN(second) ? first : second;
