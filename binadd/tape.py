"""One training update as a fixed list of NumPy calls, on arrays that are made only once.

`network` shows how the network learns; this module does the same with as few NumPy calls as
possible, because for so small a network the calls themselves cost far more than the arithmetic
in them. T steps need 4 T + 14 calls, so 8 bits need 46, and they are written down in advance,
arguments included: an update plays them like a tape. `engine` and `lockstep` build on it.

States between -1 and 1. sigmoid(z) is (1 + tanh(z / 2)) / 2, so a unit with the state h is
kept as g = 2 h - 1 = tanh(z / 2), one call instead of several, and `matrix` leads from g
straight to z / 2.

One unit more. The output unit is treated like the H hidden ones: it too hears their states of
the step before, so it answers one step late, and nobody hears it. That makes U = H + 1 units
in T + 1 steps, all of one kind.

One row a step. Whatever can be heard at step t stands side by side in `signals[t]`, and what
unit u makes of it is column u of `matrix`:

    columns of signals        rows of matrix, (U + 4, U)
    1                         b_h / 2                  b_y / 2
    g of the hidden units     w_hh / 4                 w_hy / 4
    g of the output unit      0                        0
    the two input bits        w_xh / 2                 0
    1                         first row + sum of the w_hh and w_hy rows
    target, -1 or 1           (not heard)

Without the first row and column, `signals[t] @ matrix` is z / 2 for all units at once. The
last row of `matrix` makes up for g being centred on zero; it follows from the others and is
computed anew after every update, so nothing drifts. The other rows are the weights times a
power of two, so they can be put in and taken out without rounding.

Blame. `blame[t]` is -8 times the derivative of the loss with respect to z at step t, which is
(target - g) * slope for the output unit, where slope = 1 - g**2; for a hidden unit it is the
blame of the units that heard it, weighted by its row of `matrix`, times its own slope.

Descent. The rows of `matrix` grow by `heard.T @ blame`, where `heard` holds what every weight
listened to, times the learning rate and the power of two that belongs to its row.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from binadd.bits import columns
from binadd.network import Array, Weights

Call = Callable[[], object]


class Answers(NamedTuple):
    """What the network said to each of n examples, before it learnt from it."""

    outputs: Array  # (n, T, ...) between 0 and 1, the lowest bit first
    errors: Array  # (n, ...) sum of |true bit - output| over the T bits


def pack(weights: Weights) -> Array:
    """Return the weights as one matrix, (U + 4, U); its last row is still to be computed."""
    w_xh, w_hh, w_hy, b_h, b_y = weights
    units = len(b_h) + 1
    matrix = np.zeros((units + 4, units))
    matrix[0] = np.append(b_h, b_y) / 2
    matrix[1:units] = np.column_stack([w_hh, w_hy]) / 4
    matrix[units + 1 : -1, :-1] = w_xh / 2
    return matrix


def unpack(matrix: Array) -> Weights:
    """Return new arrays with the weights that are in the matrix: the inverse of `pack`."""
    units = matrix.shape[1]
    biases, recurrent, inputs = matrix[0] * 2, matrix[1:units] * 4, matrix[units + 1 : -1] * 2
    return Weights(
        w_xh=inputs[:, :-1].copy(),
        w_hh=recurrent[:, :-1].copy(),
        w_hy=recurrent[:, -1].copy(),
        b_h=biases[:-1].copy(),
        b_y=biases[-1:].copy(),
    )


def lessons(pairs: NDArray[np.int64], bits: int) -> Array:
    """Return what `signals` needs to know of each example: (n, ..., 2) to (n, T + 2, ..., 4).

    The four are the two input bits, the constant 1 and the target, which stands two rows later
    than the inputs: where the output unit's answer to them arrives. Raises ValueError unless
    all numbers have at most `bits - 1` bits, so that their sums have `bits`.
    """
    if (pairs >> (bits - 1)).any():
        raise ValueError(f"pairs must hold numbers from 0 to 2**{bits - 1} - 1")
    n, *lead, _ = pairs.shape
    sums = pairs.sum(axis=-1, keepdims=True)  # a sum of 64 bits wraps round; its bits are right
    a_b_sum = columns(np.concatenate([pairs, sums], axis=-1), bits)  # (n, ..., 3, T)
    by_step = np.moveaxis(a_b_sum, -1, 1)
    filled = np.zeros((n, bits + 2, *lead, 4))
    filled[:, :-2, ..., :2] = by_step[..., :2]
    filled[..., 2] = 1.0
    filled[:, 2:, ..., 3] = by_step[..., 2] * 2.0 - 1.0
    return filled


class Tape:
    """The arrays of an update, and the calls that carry it out on them.

    matrix: the packed weights, changed in place by `run`
    rate: the learning rate; if it has a shape (...), that many examples are learnt at once
    biases: whether the biases learn
    """

    def __init__(self, matrix: Array, bits: int, rate: Array, biases: bool) -> None:
        self.matrix = matrix
        self.bits = bits
        lead, units = rate.shape, matrix.shape[-1]
        self._signals = np.zeros((bits + 2, *lead, units + 5))
        self._signals[..., 0] = 1.0
        self._states = self._signals[..., 1 : units + 1]  # states[t] is the g before step t
        self._states[0, ..., :-1] = -1.0  # all hidden units start at h = 0
        self._said = self._states[2:, ..., -1]  # (T, ...)
        self._slopes = np.empty((bits + 1, *lead, units))
        self._blame = np.zeros((bits + 1, *lead, units))  # no target for the output at step 0
        self._fold = self._product(self._ones(), matrix[..., :-1, :], matrix[..., -1, :])
        self._fold()
        self.calls = (
            *self._forward(),
            *self._judge(),
            *self._backward(),
            *self._descend(rate[..., None] / 16, biases),
        )

    def run(self, pairs: NDArray[np.int64]) -> Answers:
        """Learn from one example after another, (n, ..., 2), and return what was answered."""
        examples = lessons(pairs, self.bits)
        said = np.empty((len(pairs), *self._said.shape))
        calls, lesson, answer = self.calls, self._signals[..., -4:], self._said
        for example, slot in zip(examples, said, strict=True):
            lesson[...] = example
            for call in calls:
                call()
            slot[...] = answer
        errors = np.abs(examples[:, 2:, ..., 3] - said).sum(axis=1)
        return Answers(outputs=(said + 1.0) / 2, errors=errors / 2)

    def _forward(self) -> Iterator[Call]:
        heard, matrix = self._signals[..., 1:-1], self.matrix[..., 1:, :]
        half_z = np.empty_like(self._blame)
        for t in range(self.bits + 1):
            yield self._product(heard[t], matrix, half_z[t])
            yield partial(np.tanh, half_z[t], self._states[t + 1])

    def _judge(self) -> Iterator[Call]:
        missed, ones = np.empty_like(self._said), np.ones_like(self._slopes)
        slopes = self._slopes
        yield partial(np.subtract, self._signals[2:, ..., -1], self._said, missed)
        yield partial(np.square, self._states[1:], slopes)
        yield partial(np.subtract, ones, slopes, slopes)
        yield partial(np.multiply, missed, slopes[1:, ..., -1], self._blame[1:, ..., -1])

    def _backward(self) -> Iterator[Call]:
        hidden = self._blame.shape[-1] - 1
        back = np.swapaxes(self.matrix[..., 1 : hidden + 1, :], -1, -2)
        passed = np.empty_like(self._blame[0, ..., :-1])
        for t in reversed(range(self.bits)):
            yield self._product(self._blame[t + 1], back, passed)
            yield partial(np.multiply, passed, self._slopes[t, ..., :-1], self._blame[t, ..., :-1])

    def _descend(self, rate: Array, biases: bool) -> Iterator[Call]:
        signals, weights = self._signals[:-1, ..., :-2], self.matrix[..., :-1, :]
        units = weights.shape[-1]
        heard, factor, shift = (np.zeros(signals.shape) for _ in range(3))
        shift[..., :1] = rate * biases
        factor[..., 1:units] = shift[..., 1:units] = rate / 4  # h = (1 + g) / 2
        factor[..., units + 1 :] = rate
        growth = np.empty_like(weights)
        yield partial(np.multiply, signals, factor, heard)
        yield partial(np.add, heard, shift, heard)
        yield self._product(np.swapaxes(self._rows(heard), -1, -2), self._rows(self._blame), growth)
        yield partial(growth[..., -2:, -1].fill, 0.0)  # the output unit does not hear the inputs
        yield partial(np.add, weights, growth, weights)
        yield self._fold

    def _ones(self) -> Array:
        units = self.matrix.shape[-1]
        return np.repeat([1.0, 0.0], [units, 3])  # selects the bias and the hidden units' rows

    def _product(self, left: Array, right: Array, out: Array) -> Call:
        return partial(left.dot, right, out)

    def _rows(self, array: Array) -> Array:
        """Put steps and examples, (T + 1, ..., W), below one another: (N, W)."""
        return array.reshape(-1, array.shape[-1])
