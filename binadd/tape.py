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

One column a step. Whatever there is at step t stands in `signals[t]`, and what unit u makes of
it is column u of `matrix`, so `matrix.T @ signals[t]` is z / 2 for all units at once:

    signals[t], (U + 5,)      matrix, (U + 5, U)
    1                         b_h / 2                  b_y / 2
    g of the hidden units     w_hh / 4                 w_hy / 4
    g of the output unit      0                        0
    the two input bits        w_xh / 2                 0
    1                         sum of the w_hh rows     sum of the w_hy rows
    target, -1 or 1           0                        0

The sums make up for g being centred on zero. They are computed anew after every update, so
nothing drifts, and the rest is the weights times a power of two, so they can be put in and
taken out without rounding.

Blame. `blame[t]`, (U,), is -8 times the derivative of the loss with respect to z at step t: for
the output unit (target - g) * slope, where slope = 1 - g**2; for a hidden unit the blame of the
units that heard it, weighted by its row of `matrix`, times its own slope.

Descent. `matrix` grows by the sum over t of `heard[t] @ blame[t].T`, where `heard` holds what
every weight listened to, times the learning rate and the power of two that belongs to its row.

Further axes. With a batch of B examples an update, signals and blame have a last axis B. With S
networks side by side, `matrix` has a first axis S, the others a second one.
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
    """Return the weights as one matrix, (U + 5, U), without the row of sums."""
    w_xh, w_hh, w_hy, b_h, b_y = weights
    units = len(b_h) + 1
    matrix = np.zeros((units + 5, units))
    matrix[0] = np.append(b_h, b_y) / 2
    matrix[1:units] = np.column_stack([w_hh, w_hy]) / 4
    matrix[units + 1 : -2, :-1] = w_xh / 2
    return matrix


def unpack(matrix: Array) -> Weights:
    """Return new arrays with the weights that are in the matrix: the inverse of `pack`."""
    units = matrix.shape[1]
    biases, recurrent, inputs = matrix[0] * 2, matrix[1:units] * 4, matrix[units + 1 : -2] * 2
    return Weights(
        w_xh=inputs[:, :-1].copy(),
        w_hh=recurrent[:, :-1].copy(),
        w_hy=recurrent[:, -1].copy(),
        b_h=biases[:-1].copy(),
        b_y=biases[-1:].copy(),
    )


def lessons(pairs: NDArray[np.int64], bits: int) -> Array:
    """Return the lower end of `signals` for each update: (n, ..., B, 2) to (n, T + 2, ..., 4, B).

    The four are the two input bits, the constant 1 and the target, which stands two steps later
    than the inputs: where the output unit's answer to them arrives. Raises ValueError unless
    all numbers have at most `bits - 1` bits, so that their sums have `bits`.
    """
    if (pairs >> (bits - 1)).any():
        raise ValueError(f"pairs must hold numbers from 0 to 2**{bits - 1} - 1")
    sums = pairs.sum(axis=-1, keepdims=True)  # a sum of 64 bits wraps round; its bits are right
    a_b_sum = columns(np.concatenate([pairs, sums], axis=-1), bits)  # (n, ..., B, 3, T)
    by_step = np.moveaxis(a_b_sum, -1, 1).swapaxes(-1, -2)  # (n, T, ..., 3, B)
    n, steps, *nets, _, batch = by_step.shape
    filled = np.zeros((n, steps + 2, *nets, 4, batch))
    filled[:, :-2, ..., :2, :] = by_step[..., :2, :]
    filled[..., 2, :] = 1.0
    filled[:, 2:, ..., 3, :] = by_step[..., 2, :] * 2.0 - 1.0
    return filled


class Tape:
    """The arrays of an update, and the calls that carry it out on them.

    matrix: packed weights of one network, (U + 5, U), or of S, (S, U + 4, U); `run` changes it
    rate: the learning rate, () or (S,); it multiplies the mean gradient of the batch
    biases: whether the biases learn
    """

    def __init__(self, matrix: Array, bits: int, rate: Array, biases: bool, batch: int) -> None:
        self.matrix = matrix
        self.bits = bits
        *nets, width, units = matrix.shape
        self._signals = np.zeros((bits + 2, *nets, width, batch))
        self._signals[..., 0, :] = 1.0
        self._states = self._signals[..., 1 : units + 1, :]  # states[t] is the g before step t
        self._states[0, ..., :-1, :] = -1.0  # all hidden units start at h = 0
        self._said = self._states[2:, ..., -1, :]  # (T, ..., B)
        self._slopes = np.ones_like(self._signals)
        self._blame = np.zeros((bits + 1, *nets, units, batch))  # no target for the first output
        self._hidden = slice(1, units)  # rows of matrix, columns of signals
        hidden_rows = matrix[..., self._hidden, :]
        self._sum = self._product(np.ones(units - 1), hidden_rows, matrix[..., -2, :])
        self._sum()
        self.calls = (
            *self._forward(),
            *self._judge(),
            *self._backward(),
            *self._descend(rate[..., None, None] / batch / 16, biases),
        )

    def run(self, pairs: NDArray[np.int64]) -> Answers:
        """Make n updates, one after another, from pairs (n, ..., B, 2)."""
        examples = lessons(pairs, self.bits)
        said = np.empty((len(pairs), *self._said.shape))
        calls, lesson, answer = self.calls, self._signals[..., -4:, :], self._said
        for example, slot in zip(examples, said, strict=True):
            lesson[...] = example
            for call in calls:
                call()
            slot[...] = answer
        errors = np.abs(examples[:, 2:, ..., 3, :] - said).sum(axis=1)
        return Answers(outputs=(said + 1.0) / 2, errors=errors / 2)

    def _forward(self) -> Iterator[Call]:
        half_z, hearing = np.empty_like(self._blame), self.matrix.swapaxes(-1, -2)
        for t in range(self.bits + 1):
            yield self._product(hearing, self._signals[t], half_z[t])
            if t < self.bits:  # after the last step only the output unit has something to say
                yield partial(np.tanh, half_z[t, ..., :-1, :], self._states[t + 1, ..., :-1, :])
        yield partial(np.tanh, np.squeeze(half_z[1:, ..., -1, :]), np.squeeze(self._said))

    def _judge(self) -> Iterator[Call]:
        slopes, ones = self._slopes[1:], np.ones_like(self._slopes[1:])
        ends = self._signals[2:, ..., -1, :], self._said, slopes[1:, ..., -5, :]
        target, said, slope = map(np.squeeze, ends)  # NumPy is faster without axes of length 1
        blame, missed = np.squeeze(self._blame[1:, ..., -1, :]), np.empty_like(said)
        yield partial(np.square, self._signals[1:], slopes)
        yield partial(np.subtract, ones, slopes, slopes)
        yield partial(np.subtract, target, said, missed)
        yield partial(np.multiply, missed, slope, blame)

    def _backward(self) -> Iterator[Call]:
        hidden = self._hidden
        passed = np.empty_like(self._blame[0, ..., :-1, :])
        for t in reversed(range(self.bits)):
            slopes, blame = self._slopes[t + 1, ..., hidden, :], self._blame[t, ..., :-1, :]
            yield self._product(self.matrix[..., hidden, :], self._blame[t + 1], passed)
            yield partial(np.multiply, passed, slopes, blame)

    def _descend(self, rate: Array, biases: bool) -> Iterator[Call]:
        signals, hidden, growth = self._signals[:-1], self._hidden, np.empty_like(self.matrix)
        heard, factor, shift = (np.zeros_like(signals) for _ in range(3))
        shift[..., :1, :] = rate * biases
        factor[..., hidden, :] = shift[..., hidden, :] = rate / 4  # h = (1 + g) / 2
        factor[..., -4:-2, :] = rate
        yield partial(np.multiply, signals, factor, heard)
        yield partial(np.add, heard, shift, heard)
        yield from self._outer(heard, self._blame, growth)
        yield partial(growth[..., -4:-2, -1].fill, 0.0)  # the output does not hear the inputs
        yield partial(np.add, self.matrix, growth, self.matrix)
        yield self._sum

    def _outer(self, heard: Array, blame: Array, out: Array) -> Iterator[Call]:
        """Sum heard[t] @ blame[t].T over the steps, (T + 1, ..., W, B), into out."""
        if heard.shape[-1] == 1:  # one product in which the steps take the place of the batch
            by_step = np.moveaxis(blame[..., 0], 0, -2)
            yield self._product(np.moveaxis(heard[..., 0], 0, -1), by_step, out)
        else:
            terms = np.empty((len(heard), *out.shape))
            yield partial(np.matmul, heard, blame.swapaxes(-1, -2), terms)
            yield partial(np.add.reduce, terms, 0, None, out)

    def _product(self, left: Array, right: Array, out: Array) -> Call:
        """Return the call of left @ right: `dot` is faster, but cannot stack networks."""
        stacked = self.matrix.ndim == 3
        return partial(np.matmul, left, right, out) if stacked else partial(left.dot, right, out)
