// @ts-check
/**
 * The training loop once more, by hand, in JavaScript with typed arrays: a yardstick for what this
 * machine could do, and nothing else. The page that teaches does not use it. Its numbers must be
 * those of Python, or its speed would mean nothing: see `deviation`.
 *
 * @typedef {import("../runtime/messages.js").Sample} Sample
 */

const SLICE = 80; // milliseconds of one measurement, as Python takes

const sigmoid = (/** @type {number} */ z) => 1 / (1 + Math.exp(-z));
const bitOf = (/** @type {number} */ number, /** @type {number} */ t) => (number >> t) & 1;

class Yardstick {
  /** @param {Sample} sample  the weights are copied */
  constructor({ weights, bits, alpha }) {
    const units = weights.w_hy.length;
    this.bits = bits;
    this.alpha = alpha;
    this.units = units;
    this.wIn = weights.w_xh.slice();
    this.wBack = weights.w_hh.slice();
    this.wOut = weights.w_hy.slice();
    this.hidden = new Float64Array((bits + 1) * units); // row t is the state before step t
    this.blame = new Float64Array((bits + 1) * units); // row t: what the state before t is to blame
    this.missed = new Float64Array(bits); // minus the derivative of the loss by the output's z
  }

  /**
   * Learn from sums, (n, 2), one update each.
   * @param {Int32Array} pairs
   * @returns {Float64Array} (n,) the error of each before its update
   */
  train(pairs) {
    const errors = new Float64Array(pairs.length / 2);
    for (let row = 0; row < errors.length; row++) {
      const [a, b] = [pairs[2 * row], pairs[2 * row + 1]];
      errors[row] = this.#forward(a, b);
      this.#backward();
      this.#descend(a, b);
    }
    return errors;
  }

  /**
   * @param {number} a
   * @param {number} b
   */
  #forward(a, b) {
    const { units, hidden, wIn, wBack, wOut, missed } = this;
    let error = 0;
    for (let t = 0; t < this.bits; t++) {
      const before = t * units;
      const now = before + units;
      const [first, second] = [bitOf(a, t), bitOf(b, t)];
      for (let j = 0; j < units; j++) {
        let sum = first * wIn[j] + second * wIn[units + j];
        for (let k = 0; k < units; k++) sum += hidden[before + k] * wBack[k * units + j];
        hidden[now + j] = sum;
      }
      let z = 0;
      for (let j = 0; j < units; j++) {
        hidden[now + j] = sigmoid(hidden[now + j]);
        z += hidden[now + j] * wOut[j];
      }
      const output = sigmoid(z);
      const gap = bitOf(a + b, t) - output;
      error += Math.abs(gap);
      missed[t] = gap * output * (1 - output);
    }
    return error;
  }

  #backward() {
    const { units, hidden, blame, wBack, wOut, missed, bits } = this;
    for (let t = bits; t > 0; t--) {
      const here = t * units;
      for (let k = 0; k < units; k++) {
        let sum = missed[t - 1] * wOut[k];
        if (t < bits) {
          for (let j = 0; j < units; j++) sum += blame[here + units + j] * wBack[k * units + j];
        }
        blame[here + k] = sum * hidden[here + k] * (1 - hidden[here + k]);
      }
    }
  }

  /**
   * @param {number} a
   * @param {number} b
   */
  #descend(a, b) {
    const { units, hidden, blame, wIn, wBack, wOut, missed, alpha } = this;
    for (let t = 0; t < this.bits; t++) {
      const before = t * units;
      const now = before + units;
      const [first, second] = [alpha * bitOf(a, t), alpha * bitOf(b, t)];
      for (let j = 0; j < units; j++) {
        wIn[j] += first * blame[now + j];
        wIn[units + j] += second * blame[now + j];
        wOut[j] += alpha * missed[t] * hidden[now + j];
      }
      for (let k = 0; k < units; k++) {
        const heard = alpha * hidden[before + k];
        for (let j = 0; j < units; j++) wBack[k * units + j] += heard * blame[now + j];
      }
    }
  }
}

/**
 * The largest difference between an error here and the same in Python.
 * @param {Sample} sample
 */
export function deviation(sample) {
  const errors = new Yardstick(sample).train(sample.pairs);
  return errors.reduce(
    (most, error, row) => Math.max(most, Math.abs(error - sample.errors[row])),
    0,
  );
}

/**
 * How many examples a second it learns from, measured for a moment.
 * @param {Sample} sample
 */
export function speed(sample) {
  const model = new Yardstick(sample);
  const start = performance.now();
  let [done, spent] = [0, 0];
  while (spent < SLICE) {
    done += model.train(sample.pairs).length;
    spent = performance.now() - start;
  }
  return (1000 * done) / spent;
}
