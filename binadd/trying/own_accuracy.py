"""How many of all sums come out right by somebody else's `forward`.

Where their `forward` does what ours does, with their `sigmoid` or with tanh in the hidden units,
with or without the memory, all sums are tried on the tree of bit pairs; that it does so is seen on
a sample, at the very weights. Any other one is asked sum by sum: a sample while it trains, all of
them in the end.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from binadd import network
from binadd.bits import columns
from binadd.in_parts import Parts
from binadd.judging.all_sums import (
    DIGITS,
    WIDEST_TREE,
    pairs_tried,
    ripples_tried,
    truth_tried,
)
from binadd.judging.evaluation import Evaluation
from binadd.network import Array, Weights
from binadd.trying import results
from binadd.trying.mistakes import Mistake
from binadd.trying.written import Written

SAMPLE = 256  # sums that another `forward` is asked while it trains
SEEN = 16  # of these it is compared on
ALIKE = 1e-9  # outputs that differ by no more are the same
PART = 100  # sums that are asked in one part of the work
TOGETHER = 5  # digits below one past whose sums are worked out together


class _Kind(NamedTuple):
    """A network as ours is, but for what squashes its numbers."""

    weights: Weights
    hidden: Callable[[Array], Array]
    output: Callable[[Array], Array]


class OwnAccuracy:
    """Counts right sums for one network that somebody wrote."""

    def __init__(self, written: Written, bits: int) -> None:
        self._written, self._bits = written, bits
        order = np.random.RandomState(0).permutation(len(pairs_tried(bits)))
        self._sample = np.sort(order[:SAMPLE])

    def quickly(self, weights: Weights) -> tuple[float, bool]:
        """Return the share of sums that are right, and whether all were tried."""
        tree = self._on_tree(weights)
        if tree is not None:
            return float(tree.all(axis=1).mean()), True
        rows = self._sample
        right = np.array([self._asked(weights, int(row)) for row in rows])
        return float(right.all(axis=1).mean()), False

    def wholly(self, weights: Weights) -> Parts[Evaluation]:
        """Try all sums, in parts."""
        right = self._on_tree(weights)
        if right is None:
            rows = []
            for row in range(len(pairs_tried(self._bits))):
                rows.append(self._asked(weights, row))
                if row % PART == 0:
                    yield None
            right = np.array(rows)
        tried, ripples = pairs_tried(self._bits), ripples_tried(self._bits)
        return Evaluation(tried, ripples, right, all_pairs=self._bits <= WIDEST_TREE)

    def _asked(self, weights: Weights, row: int) -> NDArray[np.bool_]:
        """Have one sum added: which of its bits are right, shape (T,)."""
        said = network.bits_said(self._outputs(weights, row))
        return np.asarray(said == truth_tried(self._bits)[row])

    def _outputs(self, weights: Weights, row: int) -> Array:
        inputs = columns(pairs_tried(self._bits)[row], self._bits).T.astype(np.float64)
        return results.forward(self._written, weights, inputs)[1]

    def _on_tree(self, weights: Weights) -> NDArray[np.bool_] | None:
        """Try all sums on the tree, (P, T); None if their `forward` is of another kind."""
        rows = self._sample[:: max(len(self._sample) // SEEN, 1)]
        theirs = np.array([self._outputs(weights, int(row)) for row in rows])
        inputs = columns(pairs_tried(self._bits)[rows], self._bits).swapaxes(1, 2).astype(float)
        for kind in self._kinds(weights) if self._bits <= WIDEST_TREE else ():
            try:
                if np.abs(_outputs(kind, inputs) - theirs).max() <= ALIKE:
                    return np.asarray((_tree(kind, self._bits) > 0.5) == truth_tried(self._bits))
            except (Mistake, ValueError):  # their `sigmoid` is for one step only
                return None
        return None

    def _kinds(self, weights: Weights) -> Iterator[_Kind]:
        """Networks that their `forward` may be."""
        sigmoid = self._written["sigmoid"]
        memoryless = weights._replace(w_hh=np.zeros_like(weights.w_hh))
        for squash in (sigmoid, np.tanh):
            for its in (weights, memoryless):
                yield _Kind(its, squash, sigmoid)


def _step(kind: _Kind, states: Array, drives: Array) -> tuple[Array, Array]:
    """Go on from states (P, H) with (..., P, H) of the input: the states and outputs thereafter."""
    reached = np.asarray(kind.hidden(states @ kind.weights.w_hh + drives + kind.weights.b_h))
    return reached, np.asarray(kind.output(reached @ kind.weights.w_hy + kind.weights.b_y))


def _outputs(kind: _Kind, inputs: Array) -> Array:
    """Read sums side by side: inputs (n, T, 2), outputs (n, T)."""
    states, said = np.zeros((len(inputs), len(kind.weights.b_h))), []
    for step in range(inputs.shape[1]):
        states, outputs = _step(kind, states, inputs[:, step] @ kind.weights.w_xh)
        said.append(outputs)
    return np.stack(said, axis=1)


def _tree(kind: _Kind, bits: int) -> Array:
    """Read all sums there are, in the order of `pairs_tried`: outputs (P, T)."""
    trunk = max(0, bits - 1 - TOGETHER)
    states, said = _grown(kind, np.zeros((1, len(kind.weights.b_h))), np.zeros((1, 0)), trunk)
    done = []
    for past in range(len(states)):  # the sums below one past: few enough to be near at hand
        one = slice(past, past + 1)
        leaves, leaves_said = _grown(kind, states[one], said[one], bits - 1 - trunk)
        done.append(np.column_stack([leaves_said, _step(kind, leaves, np.zeros(1))[1]]))
    return np.concatenate(done)


def _grown(kind: _Kind, states: Array, said: Array, digits: int) -> tuple[Array, Array]:
    """Read n bit pairs more, all four at each: (P, H), (P, t) -> (4^n P, H), (4^n P, t + n)."""
    drives = DIGITS @ kind.weights.w_xh
    for _ in range(digits):
        states = np.repeat(states, len(DIGITS), axis=0)
        states, outputs = _step(kind, states, np.tile(drives, (len(states) // len(DIGITS), 1)))
        said = np.column_stack([np.repeat(said, len(DIGITS), axis=0), outputs])
    return states, said
