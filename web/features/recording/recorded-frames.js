// @ts-check
/**
 * Makes the worker's messages again of what binadd/live/recording.py wrote.
 *
 * @typedef {import("../../runtime/messages.js").Frame} Frame
 * @typedef {Frame & {reading: import("../../runtime/messages.js").CarryReading,
 *   weights: import("../../runtime/messages.js").Weights}} Recorded  with all that is asked about its example
 * @typedef {{errors: number[], measurements: object[], log: string[], map: string}} Raw
 *   a frame as it is in the file, with lists in place of arrays; what else there is, is just passed on
 */

/**
 * @param {Raw} raw
 * @param {import("../../runtime/messages.js").Settings} settings  of the run
 * @returns {Recorded}
 */
export function frameOf({ log, map, measurements, ...raw }, { bits, iterations }) {
  const measured = /** @type {Frame["measurements"]} */ (measurements.map(typed));
  measured[measured.length - 1].map = mapOf(map, bits);
  const constant = { type: "frame", generation: 0, state: "running", speed: 0, coming: null };
  const rest = /** @type {object} */ (typed(raw));
  return /** @type {Recorded} */ ({
    ...constant,
    recorded: true,
    target: iterations,
    log,
    measurements: measured,
    ...rest,
  });
}

/**
 * A whole run as one frame: the last one, with all that came before.
 * @param {Raw[]} frames
 * @returns {Raw}
 */
export const joined = (frames) => ({
  ...frames[frames.length - 1],
  errors: frames.flatMap(({ errors }) => errors),
  measurements: frames.flatMap(({ measurements }) => measurements),
  log: frames.flatMap(({ log }) => log),
});

/**
 * The same with typed arrays in place of lists of numbers, at every depth.
 * @param {unknown} value
 * @returns {unknown}
 */
function typed(value) {
  if (Array.isArray(value)) return new Float64Array(value);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, typed(part)]));
}

/**
 * How many bits are wrong in a + b, at a * operands + b.
 * @param {string} digits  one for each pair, in the order in which evaluation.py tries them: the
 *   lowest bits of both numbers vary slowest
 * @param {number} bits  of the sums
 */
function mapOf(digits, bits) {
  const map = new Uint8Array(digits.length);
  for (let place = 0; place < digits.length; place += 1) {
    let [a, b] = [0, 0];
    for (let bit = 0; bit < bits - 1; bit += 1) {
      const pair = place >> (2 * (bits - 2 - bit));
      a |= ((pair >> 1) & 1) << bit;
      b |= (pair & 1) << bit;
    }
    map[(a << (bits - 1)) + b] = Number(digits[place]);
  }
  return map;
}
