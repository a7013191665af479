// @ts-check
/**
 * What every number on the page is, by the key in its name's `data-explain`; a test sees that each
 * key is here and that each function exists.
 *
 * @typedef {Object} Explanation
 * @property {string} title
 * @property {string} text  a sentence or two
 * @property {string} formula
 * @property {string} file  where it is computed, and
 * @property {string} name  by what
 */

import { SETTINGS_EXPLAINED } from "./settings-explained.js";

/** @type {Record<string, Explanation>} */
export const EXPLANATIONS = {
  ...SETTINGS_EXPLAINED,
  iteration: {
    title: "Iteration",
    text: "How many sums the network has been taught so far. Each is drawn at random, answered, compared with the truth, and learnt from.",
    formula: "draw a, b → forward → backward → descend",
    file: "binadd/training/run.py",
    name: "Run.advance",
  },
  exact: {
    title: "Sums right",
    text: "The share of sums that the network answers with every single bit right. It is measured at fixed iterations, and wherever the run rests: on all sums there are, or on a fixed sample where there are too many.",
    formula: "number of (a, b) with every bit right ÷ number of (a, b) tried",
    file: "binadd/judging/evaluation.py",
    name: "Evaluation.exact",
  },
  speed: {
    title: "Speed",
    text: "Iterations a second on this machine lately, measuring and drawing included.",
    formula: "iterations since the last frame ÷ seconds since then, smoothed",
    file: "binadd/live/frame.py",
    name: "NextFrame.speed",
  },
  error: {
    title: "Error",
    text: "How far the outputs of one sum are from its true bits, all bits added up. It belongs to a single random sum, so it jumps: judge the network by the sums that are right.",
    formula: "Σ |true bit − output| over all bits",
    file: "binadd/fast/call_list.py",
    name: "CallList.run",
  },
  mean: {
    title: "Mean of 200",
    text: "The error averaged over the newest 200 iterations, so that the trend can be seen through the chance of single sums.",
    formula: "Σ newest 200 errors ÷ 200",
    file: "web/features/trace/trace-bins.js",
    name: "TraceBins.push",
  },
  output: {
    title: "The network’s output",
    text: "How sure the network is that this bit of the sum is a one. Above one half it says 1; the farther from one half, the surer it is.",
    formula: "sigmoid(hidden · w_hy + b_y), between 0 and 1",
    file: "binadd/network.py",
    name: "forward",
  },
  carry: {
    title: "Carry",
    text: "The bit that goes over to the next column when a column’s ones come to two or three. The network is never told it: it has to remember it.",
    formula: "1 if a + b + carry ≥ 2 in the column before, else 0",
    file: "binadd/judging/addition.py",
    name: "carries",
  },
  answer: {
    title: "The network’s answer",
    text: "The number whose bits are what the network says, one after the other, the lowest first. Nothing corrects it.",
    formula: "Σ 2^t for every bit t whose output is above ½",
    file: "binadd/judging/addition.py",
    name: "Addition.answer",
  },
  hidden: {
    title: "Hidden units",
    text: "The network’s whole memory between two bits: some numbers between 0 and 1. Whatever it carries has to live here.",
    formula: "sigmoid(inputs · w_xh + previous hidden · w_hh + b_h)",
    file: "binadd/network.py",
    name: "forward",
  },
  reading: {
    title: "The carry, read out",
    text: "A read-out is a reader from outside, who sees only what the units hold after a bit and says whether there is a carry: from one unit, cut in two at one place, or from a weighted sum of all, fitted by least squares. That a unit can be read does not mean that the network reads it: silence it and see.",
    formula: "share of steps where (hidden · weights + intercept > 0) is the true carry",
    file: "binadd/inside/readout.py",
    name: "read_out",
  },
  map: {
    title: "Every pair of numbers",
    text: "One square for every sum of the first number and the second: right, the paler the longer its carry must be handed on; or by how many bits the network’s answer is wrong.",
    formula: "number of bits t where the answer differs from a + b",
    file: "binadd/judging/evaluation.py",
    name: "Evaluation.wrong_map",
  },
  ripple: {
    title: "By carry length",
    text: "The sums sorted by how many bits their longest carry crosses, and the share of each kind that comes out right. Long carries are the hard ones.",
    formula: "right ÷ tried, for each length of the longest carry",
    file: "binadd/judging/evaluation.py",
    name: "Evaluation.per_ripple",
  },
  weights: {
    title: "Weights",
    text: "All that the network knows. They begin at random between −1 and 1, and every update moves each one a little against its derivative of the loss.",
    formula: "weight − learning rate × gradient",
    file: "binadd/network.py",
    name: "descend",
  },
  gradient: {
    title: "Gradient",
    text: "How fast the loss grows with each weight, found by going back through the sum from its last bit to its first.",
    formula: "∂ ½ Σ (output − true bit)² ÷ ∂ weight",
    file: "binadd/network.py",
    name: "backward",
  },
  blame: {
    title: "Blame",
    text: "How fast the error grows with the input of the hidden units at a step: a vector, of which the pictures show the size. What several outputs send to one step may point different ways, and sizes of vectors do not add up exactly: the ribbon’s layers show sizes, not a sum.",
    formula: "d_hidden[t] = (d_output[t] · w_hy + d_hidden[t + 1] · w_hhᵀ) × hidden × (1 − hidden)",
    file: "binadd/inside/lesson.py",
    name: "lesson",
  },
  lesion: {
    title: "A unit silenced",
    text: "The share of sums that still come out right when one hidden unit is cut off from everything that listens to it.",
    formula: "sums right, with the unit’s outgoing weights set to zero",
    file: "binadd/inside/interventions.py",
    name: "silence",
  },
  memoryless: {
    title: "Without memory",
    text: "The share of sums that come out right when nothing goes from one bit to the next.",
    formula: "sums right, with w_hh = 0",
    file: "binadd/inside/interventions.py",
    name: "without_memory",
  },
  transplant: {
    title: "A state transplanted",
    text: "The hidden state of one sum is put into another in mid-addition. If the carry lives there, the other sum goes on with the first one’s carry.",
    formula: "hidden of the host = hidden of the donor, before one step",
    file: "binadd/inside/interventions.py",
    name: "transplant",
  },
  square: {
    title: "Two units as a square",
    text: "With two hidden units a state is two numbers from 0 to 1: a point in a square. An adder must tell how many ones met in a column, none to three; a straight line then says what is written, and another what is carried.",
    formula: "writes 1 where hidden · w_hy + b_y > 0",
    file: "binadd/inside/unit_square.py",
    name: "square_in_parts",
  },
  leak: {
    title: "The leak",
    text: "0111…1 + 1 makes a carry in its lowest column that every other must hand on. A memory that loses a little of it at each column forgets it in the end, however well it adds random numbers.",
    formula: "outputs of 0111…1 + 1, and (hidden · weights + intercept + 1) ÷ 2",
    file: "binadd/inside/leak.py",
    name: "leak_in_parts",
  },
  perfect: {
    title: "Iterations until perfect",
    text: "A network counts as perfect from the first of ten evaluations in a row at which every sum comes out right. The curves show a sample of sums, and reach 100 % only where all are right.",
    formula: "first iteration of ten evaluations in a row with every sum right",
    file: "binadd/experiments/cohort.py",
    name: "Cohort.work",
  },
  proof: {
    title: "Proof",
    text: "Boxes in the space of hidden states that no bit can lead out of, and in which every output is on the right side: then the network is right for numbers of any length.",
    formula: "step(box, any bits) lies within the boxes; every output right in each",
    file: "binadd/judging/proof.py",
    name: "prove",
  },
  machine: {
    title: "Finite-state machine",
    text: "Hidden states that lie together are taken for one state; what is left is a small machine that goes from state to state as the network does.",
    formula: "merge states that no further input can tell apart",
    file: "binadd/inside/extraction.py",
    name: "extract_in_parts",
  },
};
