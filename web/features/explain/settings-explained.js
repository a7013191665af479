// @ts-check
/** What every setting of a run is, by its name. */

/** @type {Record<string, import("./explanations.js").Explanation>} */
export const SETTINGS_EXPLAINED = {
  bits: {
    title: "Bits",
    text: "How many columns a sum has. The two numbers have one bit less, so that their sum always fits.",
    formula: "0 ≤ a, b < 2^(bits − 1)",
    file: "binadd/training/run.py",
    name: "Run.next_pairs",
  },
  biases: {
    title: "Biases",
    text: "Weights that act whatever comes in: one for every hidden unit and one for the output. The tutorial has none. They begin at zero and learn like the others.",
    formula: "sigmoid(… + b_h), sigmoid(… + b_y)",
    file: "binadd/network.py",
    name: "forward",
  },
  alpha: {
    title: "Learning rate",
    text: "How far every weight is moved after each update. If it is small, learning takes long; if it is too large, every step overshoots, and the outputs may freeze at 0 and 1.",
    formula: "weight − learning rate × gradient",
    file: "binadd/network.py",
    name: "descend",
  },
  batch: {
    title: "Batch size",
    text: "How many sums are answered before the weights are moved once, against the mean of their gradients. The tutorial moves them after every sum.",
    formula: "weight − learning rate × mean of the gradients",
    file: "binadd/fast/engine.py",
    name: "Engine.train",
  },
  iterations: {
    title: "Iterations of a run",
    text: "How many sums the network is taught in a run. When they are done, Train adds as many again.",
    formula: "draw a, b → forward → backward → descend, so many times",
    file: "binadd/training/run.py",
    name: "Run.advance",
  },
  seed: {
    title: "Seed",
    text: "Where the random numbers begin, from which first the weights are drawn and then every sum. The same seed brings the same run, to the last digit.",
    formula: "RandomState(seed): w_xh, w_hy, w_hh, then a and b of every iteration",
    file: "binadd/network.py",
    name: "initial_weights",
  },
  preset: {
    title: "Preset",
    text: "Settings that belong together: 2015 are those of the tutorial; fixed are others with which nearly every network can be proved right for numbers of any length.",
    formula: "all settings at once, seed and width too",
    file: "binadd/settings.py",
    name: "parse",
  },
};
