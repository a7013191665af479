"""The network as tutorials write it: one small NumPy call after another, bit by bit.

It is the yardstick of `benchmark`, since it makes the same calls, of the same kind and number, as
the script that made this network known, and it makes them in the same order, so its numbers
are the published ones to the last bit. And it is written independently of `network` and
`engine`, so that agreement between them means something. Read `network` to understand.
"""

import copy
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from binadd.bits import columns
from binadd.network import Array, Weights

Bits = NDArray[np.uint8]


class Lesson(NamedTuple):
    """What came of n iterations of training."""

    errors: Array  # (n,) sum of |true bit - output|
    answers: NDArray[np.uint8]  # (n, T) the rounded outputs, the lowest bit first
    weights: Weights  # those after the last iteration


class Passed(NamedTuple):
    """What the way forward leaves behind for the way back."""

    error: Array  # (1,) sum of |true bit - output|
    answer: Bits  # (T,)
    states: list[Array]  # T + 1 of them: (H,), then (1, H)
    output_deltas: list[Array]  # T of (1, 1)


def sigmoid(z: Array) -> Array:
    """Return 1 / (1 + exp(-z)), which warns of an overflow where z is below -709."""
    return np.asarray(1 / (1 + np.exp(-z)))


def sigmoid_slope(output: Array) -> Array:
    """Return the derivative of the sigmoid where its value is `output`."""
    return output * (1 - output)


def train(bits: int, hidden: int, alpha: float, iterations: int, seed: int) -> Lesson:
    """Train a new network, one random sum an update; bits is at most 16, a table holds them."""
    table = columns(np.arange(2**bits), bits)
    random = np.random.RandomState(seed)
    w_in = 2 * random.random_sample((2, hidden)) - 1
    w_out = 2 * random.random_sample((hidden, 1)) - 1
    w_back = 2 * random.random_sample((hidden, hidden)) - 1
    synapses = [w_in, w_out, w_back]
    updates = [np.zeros_like(weights) for weights in synapses]
    errors, answers = np.empty(iterations), np.empty((iterations, bits), dtype=np.uint8)
    for iteration in range(iterations):
        first, second = random.randint(2 ** (bits - 1)), random.randint(2 ** (bits - 1))
        a, b, c = table[first], table[second], table[first + second]
        passed = forward(synapses, a, b, c)
        backward(synapses, updates, a, b, passed)
        for weights, update in zip(synapses, updates, strict=True):
            weights += update * alpha
            update *= 0
        errors[iteration], answers[iteration] = passed.error[0], passed.answer
    return Lesson(
        errors, answers, Weights(w_in, w_back, w_out[:, 0], np.zeros(hidden), np.zeros(1))
    )


def forward(synapses: list[Array], a: Bits, b: Bits, c: Bits) -> Passed:
    """Read the two numbers a and b bit by bit and compare with their sum c, each (T,)."""
    w_in, w_out, w_back = synapses
    answer = np.zeros_like(c)
    error = np.zeros(1)
    output_deltas = []
    states = [np.zeros(len(w_out))]
    for place in range(len(c)):
        x = np.array([[a[place], b[place]]])
        y = np.array([[c[place]]]).T
        state = sigmoid(np.dot(x, w_in) + np.dot(states[-1], w_back))
        output = sigmoid(np.dot(state, w_out))
        missed = y - output
        output_deltas.append(missed * sigmoid_slope(output))
        error = error + np.abs(missed[0])
        answer[place] = np.round(output[0][0])
        states.append(copy.deepcopy(state))
    return Passed(error, answer, states, output_deltas)


def backward(synapses: list[Array], updates: list[Array], a: Bits, b: Bits, passed: Passed) -> None:
    """Add to the updates of the three synapses what back-propagation through time asks for."""
    _, w_out, w_back = synapses
    in_update, out_update, back_update = updates
    later_delta = np.zeros(len(w_out))
    for place in reversed(range(len(a))):
        x = np.array([[a[place], b[place]]])
        state = passed.states[place + 1]
        before = passed.states[place]
        output_delta = passed.output_deltas[place]
        blame = later_delta.dot(w_back.T) + output_delta.dot(w_out.T)
        delta = blame * sigmoid_slope(state)
        out_update += np.atleast_2d(state).T.dot(output_delta)
        back_update += np.atleast_2d(before).T.dot(delta)
        in_update += x.T.dot(delta)
        later_delta = delta
