"""Training with the readable network, for the tests that hold faster ways against it."""

import numpy as np

from binadd import network
from binadd.bits import columns, to_bits
from binadd.network import initial_weights


def start(seed, hidden, bits, n, biases_from=0.0):
    """Return weights, with biases of that size, and n pairs of numbers, all from one seed."""
    random = np.random.RandomState(seed)
    weights = initial_weights(random, hidden)
    pairs = random.randint(0, 1 << (bits - 1), size=(n, 2), dtype=np.int64)
    b_h, b_y = biases_from * random.normal(size=hidden), biases_from * random.normal(size=1)
    return weights._replace(b_h=b_h, b_y=b_y), pairs


def train(weights, pairs, bits, alpha, biases=False, batch=1):
    """Return the outputs (n, T), the errors (n,) and the weights after all n examples."""
    inputs = columns(pairs, bits).swapaxes(1, 2).astype(float)
    sums = [int(a) + int(b) for a, b in pairs]
    targets = np.array([to_bits(number, bits) for number in sums], dtype=float)
    examples = zip(inputs, targets, strict=True)
    outputs = np.empty(targets.shape)
    for row, (trace, after) in enumerate(network.train(weights, examples, alpha, biases, batch)):
        outputs[row], weights = trace.outputs, after
    return outputs, np.abs(targets - outputs).sum(axis=1), weights
