// @ts-check
/**
 * The ready experiments: what varies, and over which seeds. Each takes some seconds.
 *
 * @typedef {import("../../runtime/messages.js").Questions} Questions
 * @typedef {Object} Experiment
 * @property {string} id  of its button
 * @property {Questions["compare"]["details"]} plan
 * @property {string[]} names  of what is compared, in order
 * @property {number} seconds  that it took where training made SPEED iterations a second
 */

const SPEED = 10_000; // iterations a second of the tutorial's network, while it is measured too

const seeds = (/** @type {number} */ count) => Array.from({ length: count }, (_, seed) => seed);

const SIZES = [4, 8, 16, 32];
const RATES = [0.03, 0.1, 0.3, 1, 3];

/** @type {Experiment[]} */
export const EXPERIMENTS = [
  {
    id: "compare-hidden",
    plan: { seeds: seeds(8), hidden: SIZES, alphas: [0.1], iterations: 12_000, every: 200 },
    names: SIZES.map((size) => `${size} hidden units`),
    seconds: 20,
  },
  {
    id: "compare-rates",
    plan: { seeds: seeds(8), hidden: [16], alphas: RATES, iterations: 24_000, every: 200 },
    names: RATES.map((rate) => `rate ${rate}`),
    seconds: 18,
  },
  {
    id: "compare-seeds",
    plan: { seeds: seeds(30), hidden: [16], alphas: [0.1], iterations: 12_000, every: 200 },
    names: ["30 seeds"],
    seconds: 16,
  },
];

/**
 * How long an experiment will take, in words.
 * @param {Experiment} experiment
 * @param {number} speed  iterations a second that this machine has made; 0: not known yet
 */
export function estimate({ plan, seconds }, speed) {
  const networks = plan.seeds.length * plan.hidden.length * plan.alphas.length;
  const here = (seconds * SPEED) / (speed || SPEED);
  return `${networks} networks; estimate: ${Math.max(1, Math.round(here))} s`;
}
