"""How many of all sums the network gets right.

All pairs of numbers share their beginnings: after t bits there are only 4^t different pasts. So
the network is run on the tree of bit pairs, level by level, and every past is computed once.
Numbers too wide for that are judged by a sample (see `all_sums`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from binadd import network
from binadd.bits import columns
from binadd.judging.all_sums import DIGITS, WIDEST_TREE, pairs_tried, ripples_tried, truth_tried
from binadd.network import Array, Weights

PARTDIGITS = 5  # a part is the tree below one past, 4^5 pairs: a few milliseconds of work


@dataclass(frozen=True)
class Evaluation:
    """Which bits of which sums came out right; P pairs, T bits."""

    pairs: NDArray[np.int64]  # (P, 2)
    ripples: NDArray[np.int64]  # (P,) over how many bits the longest carry of each runs
    right: NDArray[np.bool_]  # (P, T) is each bit of the answer right, lowest first
    all_pairs: bool  # False: a sample

    @property
    def exact(self) -> float:
        """The share of pairs with every bit right."""
        return float(self.right.all(axis=1).mean())

    @property
    def per_bit(self) -> Array:
        """The share of pairs with this bit right, shape (T,)."""
        return np.asarray(self.right.mean(axis=0))

    def per_ripple(self) -> Array:
        """The share of exact sums among those whose longest carry crosses 0, 1, 2, ... bits, (T,).

        NaN where no pair that was tried has such a carry.
        """
        bins = self.right.shape[1]
        tried = np.bincount(self.ripples, minlength=bins)
        exact = np.bincount(self.ripples, self.right.all(axis=1), minlength=bins)
        share = np.full(bins, np.nan)
        np.divide(exact, tried, out=share, where=tried > 0)
        return share

    def wrong_map(self) -> NDArray[np.uint8]:
        """How many bits are wrong in a + b, at [a, b]: (N, N), N the number of operands."""
        operands = 1 << (self.right.shape[1] - 1)
        wrong = np.zeros((operands, operands), dtype=np.uint8)
        wrong[self.pairs[:, 0], self.pairs[:, 1]] = (~self.right).sum(axis=1)
        return wrong


def evaluate(weights: Weights, bits: int) -> Evaluation:
    """Try all pairs of numbers below 2^(bits - 1), or a sample of them above WIDEST_TREE bits."""
    return collect(parts(weights, bits), bits)


def parts(weights: Weights, bits: int) -> Iterator[NDArray[np.bool_]]:
    """Do the work of `evaluate` in short parts, so that a caller can do other things between.

    Yields blocks (n, T) of right and wrong bits, for `collect`.
    """
    return _tree_parts(weights, bits) if bits <= WIDEST_TREE else _sample_parts(weights, bits)


def collect(blocks: Iterable[NDArray[np.bool_]], bits: int) -> Evaluation:
    """Put the blocks that `parts` yielded together."""
    right = np.concatenate(list(blocks))
    return Evaluation(pairs_tried(bits), ripples_tried(bits), right, all_pairs=bits <= WIDEST_TREE)


# ---- the network ---------------------------------------------------------------------------------


class _Reader(NamedTuple):
    """The network for states g = 2 h - 1 = tanh(z / 2), which take fewer calls than h."""

    recurrent: Array  # (H, H) from g to z / 2
    drives: Array  # (4, H) the rest of z / 2 for each bit pair of DIGITS
    output: Array  # (H,) from g to the output unit's z
    bias: float  # the rest of that z

    def bits_said(self, states: Array) -> NDArray[np.bool_]:
        """Return whether the network says 1 in each state: (..., H) becomes (...)."""
        said = network.bits_said(network.sigmoid(states @ self.output + self.bias))
        return said.astype(bool)


def _reader(weights: Weights) -> _Reader:
    w_xh, w_hh, w_hy, b_h, b_y = weights
    drives = (DIGITS @ w_xh + b_h + w_hh.sum(axis=0) / 2) / 2
    return _Reader(w_hh / 4, drives, w_hy / 2, float(b_y[0] + w_hy.sum() / 2))


def _step(reader: _Reader, states: Array, drives: Array) -> tuple[Array, NDArray[np.bool_]]:
    """Follow every state (P, H) with every one of D bit pairs: (P * D, H), said (P * D, 1)."""
    half_z = (states @ reader.recurrent)[:, None] + drives
    followed = np.tanh(half_z, out=half_z).reshape(-1, states.shape[1])
    return followed, reader.bits_said(followed)[:, None]


# ---- the tree ------------------------------------------------------------------------------------


def _tree_parts(weights: Weights, bits: int) -> Iterator[NDArray[np.bool_]]:
    reader = _reader(weights)
    digits = bits - 1  # the highest bit of both numbers is zero
    trunk = max(0, digits - PARTDIGITS)
    start, nothing = np.full((1, len(weights.b_h)), -1.0), np.zeros((1, 0), dtype=bool)
    states, said = _grow(reader, start, nothing, trunk)
    truth = truth_tried(bits).reshape(len(states), -1, bits)
    for past in range(len(states)):
        one = slice(past, past + 1)
        leaves, leaves_said = _grow(reader, states[one], said[one], digits - trunk)
        _, top = _step(reader, leaves, reader.drives[:1])
        yield np.concatenate([leaves_said, top], axis=1) == truth[past]


def _grow(
    reader: _Reader, states: Array, said: NDArray[np.bool_], levels: int
) -> tuple[Array, NDArray[np.bool_]]:
    """Read `levels` more bit pairs, all four at each: (P, H), (P, t) -> (4P, H), (4P, t + 1)."""
    for _ in range(levels):
        states, bit = _step(reader, states, reader.drives)
        said = np.concatenate([np.repeat(said, 4, axis=0), bit], axis=1)
    return states, said


# ---- the sample ----------------------------------------------------------------------------------


def _sample_parts(weights: Weights, bits: int) -> Iterator[NDArray[np.bool_]]:
    reader, pairs, truth = _reader(weights), pairs_tried(bits), truth_tried(bits)
    size = 4**PARTDIGITS
    for start in range(0, len(pairs), size):
        chunk = slice(start, start + size)
        digits = columns(pairs[chunk], bits)  # (n, 2, T)
        states = np.full((len(digits), len(weights.b_h)), -1.0)
        said = np.empty((len(digits), bits), dtype=bool)
        for t in range(bits):
            drives = reader.drives[2 * digits[:, 0, t] + digits[:, 1, t]]
            states = np.tanh(states @ reader.recurrent + drives)
            said[:, t] = reader.bits_said(states)
        yield said == truth[chunk]
