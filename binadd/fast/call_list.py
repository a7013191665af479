"""One training update as a fixed list of NumPy calls, on arrays that are made only once.

`network` shows how the network learns; this module does the same with as few NumPy calls as
possible, because for so small a network the calls themselves cost far more than the arithmetic
in them. T steps need 4 T + 14 calls, so 8 bits need 46, and they are written down in advance,
arguments included: an update goes through the list. `engine` and `lockstep` build on it,
`packing` puts weights and examples into the arrays.

States between -1 and 1. sigmoid(z) is (1 + tanh(z / 2)) / 2, so a unit with the state h is
kept as g = 2 h - 1 = tanh(z / 2), one call instead of several, and `matrix` leads from g
straight to z / 2.

One unit more. The output unit is treated like the H hidden ones: it too hears their states of
the step before, so it answers one step late, and nobody hears it. That makes U = H + 1 units
in T + 1 steps, all of one kind.

One column a step. Whatever there is at step t stands in `signals[t]`, the output unit's g first,
then what is heard, and what unit u makes of it is column u of `matrix`, the output unit's first:
`matrix.T @ signals[t, 1:-1]` is z / 2 for all units at once.

    signals[t], (U + 5,)      matrix, (U + 3, U)
    g of the output unit      nobody hears it
    g of the hidden units     w_hy / 4                 w_hh / 4
    2                         b_y / 4                  b_h / 4
    twice the input bits      0                        w_xh / 4
    1                         sum of the w_hy rows     sum of the w_hh rows
    target, -1 or 1           nobody hears it

The sums make up for g being centred on zero. They are computed anew after every update, so
nothing drifts, and the rest is a quarter of the weights, which can be put in and taken out
without rounding.

Blame. `blame[t]`, (U,), is -rate / 8 times the derivative of the loss with respect to z at step
t: for the output unit rate / 64 * (target - g) * slope, where slope = 1 - g**2; for a hidden unit
the blame of the units that heard it, weighted by its row of `matrix`, times its own slope.

Descent. `matrix` grows by the sum over t of `heard[t] @ blame[t].T`, where `heard` is twice what
every weight listened to: for a hidden unit that is 2 h = g + 1.

Further axes. With a batch of B examples an update, signals and blame have a last axis B. With S
networks side by side, `matrix` has a first axis S, the others a second one.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from binadd.fast.packing import lessons
from binadd.network import Array

Call = Callable[[], object]


class Answers(NamedTuple):
    """What the network said to each of n examples, before it learnt from it."""

    outputs: Array  # (n, T, ...) between 0 and 1, the lowest bit first
    errors: Array  # (n, ...) sum of |true bit - output| over the T bits


class CallList:
    """The arrays of an update, and the calls that carry it out on them.

    matrix: packed weights of one network, (U + 3, U), or of S, (S, U + 3, U); `run` changes it
    rate: the learning rate, () or (S,); it multiplies the mean gradient of the batch
    biases: whether the biases learn
    """

    def __init__(self, matrix: Array, bits: int, rate: Array, biases: bool, batch: int) -> None:
        self.matrix = matrix
        self.bits = bits
        *nets, heard, units = matrix.shape
        self._signals = np.zeros((bits + 2, *nets, heard + 2, batch))
        self._heard = self._signals[..., 1:-1, :]
        self._said = self._signals[2:, ..., 0, :]  # (T, ..., B)
        self._hidden = self._signals[..., 1:units, :]  # hidden[t] is the g before step t
        self._hidden[0] = -1.0  # all hidden units start at h = 0
        self._signals[..., units, :] = 2.0
        self._slopes = np.ones_like(self._signals)
        self._blame = np.zeros((bits + 1, *nets, units, batch))  # no target for the first output
        self._from_hidden = matrix[..., : units - 1, :]
        self._sum = self._product(np.ones(units - 1), self._from_hidden, matrix[..., -1, :])
        self._sum()
        self.calls = (
            *self._forward(),
            *self._judge(rate[..., None] / batch / 64),
            *self._backward(),
            *self._descend(biases),
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
        for t in range(self.bits):
            yield self._product(hearing, self._heard[t], half_z[t])
            yield _each(np.tanh, half_z[t, ..., 1:, :], self._hidden[t + 1])
        only_output = hearing[..., :1, :], self._heard[-2], half_z[-1, ..., :1, :]
        yield self._product(*only_output)  # after the last step nobody else has anything to say
        yield _each(np.tanh, half_z[1:, ..., 0, :], self._said)

    def _judge(self, rate: Array) -> Iterator[Call]:
        slopes, ones = self._slopes[1:], np.ones_like(self._slopes[1:])
        target, missed = self._signals[2:, ..., -1, :], np.empty_like(self._said)
        rates = np.full_like(missed, rate)
        yield _each(np.square, self._signals[1:], slopes)
        yield _each(np.subtract, ones, slopes, slopes)
        yield _each(np.subtract, target, self._said, missed)
        yield _each(np.multiply, missed, rates, missed)
        yield _each(np.multiply, missed, slopes[1:, ..., 0, :], self._blame[1:, ..., 0, :])

    def _backward(self) -> Iterator[Call]:
        passed = np.empty_like(self._hidden[0])
        units = self._blame.shape[-2]
        for t in reversed(range(self.bits)):
            slopes, blame = self._slopes[t + 1, ..., 1:units, :], self._blame[t, ..., 1:, :]
            hearers = slice(1 if t == self.bits - 1 else units)  # the last: the output unit alone
            blamed = self._from_hidden[..., hearers], self._blame[t + 1, ..., hearers, :]
            yield self._product(*blamed, passed)
            yield _each(np.multiply, passed, slopes, blame)

    def _descend(self, biases: bool) -> Iterator[Call]:
        signals, growth = self._signals[:-1], np.empty_like(self.matrix)
        heard, shift = np.empty_like(signals), np.zeros_like(signals)
        shift[..., :-5, :] = 1.0
        shift[..., -5, :] = 0.0 if biases else -2.0
        shift[..., -2, :] = -1.0  # the row of sums is no weight
        yield _each(np.add, signals, shift, heard)
        yield from self._outer(heard[..., 1:-1, :], self._blame, growth)
        yield partial(growth[..., -3:-1, 0].fill, 0.0)  # the output does not hear the inputs
        yield _each(np.add, self.matrix, growth, self.matrix)
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
        if self.matrix.ndim == 3:
            return partial(np.matmul, left, right, out)
        if out.shape[-1] == 1:  # a row times a matrix is quicker than a matrix times a column
            left, right, out = right[:, 0], left.T, out[:, 0]
        return partial(left.dot, right, out)


def _each(function: np.ufunc, *arrays: Array) -> Call:
    """Return the call for every element; NumPy is quicker without axes of length 1."""
    return partial(function, *map(np.squeeze, arrays))
