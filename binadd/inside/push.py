"""How hard one output's miss pushes the weights before it: the miss, times the sigmoid's slope."""

from typing import NamedTuple

import numpy as np

from binadd import network
from binadd.network import Array, Trace, Weights


class Pushes(NamedTuple):
    """What n outputs have to say."""

    inputs: Array  # (n,) of the output unit
    outputs: Array  # (n,) sigmoid of these
    pushes: Array  # (n,) derivative of the loss with respect to these inputs: d_output


def at_inputs(inputs: Array, truth: int) -> Pushes:
    """Return the push on the input of each of n output units that should say `truth`.

    It is `backward` itself that says it: each output hangs on a hidden unit of its own, whose state
    is 1, so that the derivative with respect to that unit's weight is the output's own.
    """
    count = len(inputs)
    outputs = network.sigmoid(inputs)
    square, row = np.zeros((count, count)), np.zeros(count)
    weights = Weights(np.zeros((2, count)), square, row, row, np.zeros(1))
    hidden = np.concatenate([row[None], np.eye(count)])  # hidden[t + 1]: unit t alone is on
    trace = Trace(np.zeros((count, 2)), hidden, outputs)
    gradient = network.backward(weights, trace, np.full(count, float(truth)))
    return Pushes(inputs, outputs, gradient.w_hy)


def at_outputs(outputs: Array, truth: int) -> Pushes:
    """Return the same for n outputs between 0 and 1; raises ValueError if one is not."""
    if not ((outputs > 0) & (outputs < 1)).all():
        raise ValueError(f"outputs must lie between 0 and 1, not be {outputs.tolist()}")
    return at_inputs(np.log(outputs / (1 - outputs)), truth)
