"""How many of all sums the network gets right.

All pairs of numbers share their beginnings: after t bits there are only 4^t different pasts. So
the network is run on the tree of bit pairs, level by level, and every past is computed once.
Numbers too wide for that are judged by a seeded sample that also holds the longest carries.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from binadd import network
from binadd.bits import columns
from binadd.network import Array, Weights

WIDEST_TREE = 9  # bits; one more would be 262,144 pairs
SAMPLE = 16_384  # pairs tried where the numbers are wider than that
PART_DIGITS = 5  # a part is the tree below one past, 4^5 pairs: a few milliseconds of work

_DIGITS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=float)  # the four bit pairs (a, b)


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
    return Evaluation(pairs_tried(bits), _ripples(bits), right, all_pairs=bits <= WIDEST_TREE)


@cache
def pairs_tried(bits: int) -> NDArray[np.int64]:
    """Return the pairs that `evaluate` tries, shape (P, 2), in its order; read-only."""
    pairs = _tree_pairs(bits) if bits <= WIDEST_TREE else _sample_pairs(bits)
    pairs.flags.writeable = False
    return pairs


@cache
def _ripples(bits: int) -> NDArray[np.int64]:
    """The longest carries of all pairs tried, (P,)."""
    return longest_carries(pairs_tried(bits), bits)


@cache
def _truth(bits: int) -> NDArray[np.bool_]:
    """The bits of the true sums of all pairs tried, (P, T)."""
    sums = pairs_tried(bits).astype(np.uint64).sum(axis=1)
    return columns(sums.astype(np.int64), bits).astype(bool)


def longest_carries(pairs: NDArray[np.int64], bits: int) -> NDArray[np.int64]:
    """Return for each pair, shape (P, 2), over how many bits its longest carry runs: (P,)."""
    a, b = columns(pairs[:, 0], bits), columns(pairs[:, 1], bits)
    run = np.zeros(len(pairs), dtype=np.int64)
    longest = run.copy()
    for t in range(bits):
        born = (a[:, t] & b[:, t]) == 1
        kept = ((a[:, t] ^ b[:, t]) == 1) & (run > 0)
        run = np.where(born, 1, np.where(kept, run + 1, 0))
        longest = np.maximum(longest, run)
    return longest


# ---- the network ---------------------------------------------------------------------------------


class _Reader(NamedTuple):
    """The network for states g = 2 h - 1 = tanh(z / 2), which take fewer calls than h."""

    recurrent: Array  # (H, H) from g to z / 2
    drives: Array  # (4, H) the rest of z / 2 for each bit pair of _DIGITS
    output: Array  # (H,) from g to the output unit's z
    bias: float  # the rest of that z

    def bits_said(self, states: Array) -> NDArray[np.bool_]:
        """Return whether the network says 1 in each state: (..., H) becomes (...)."""
        said = network.bits_said(network.sigmoid(states @ self.output + self.bias))
        return said.astype(bool)


def _reader(weights: Weights) -> _Reader:
    w_xh, w_hh, w_hy, b_h, b_y = weights
    drives = (_DIGITS @ w_xh + b_h + w_hh.sum(axis=0) / 2) / 2
    return _Reader(w_hh / 4, drives, w_hy / 2, float(b_y[0] + w_hy.sum() / 2))


def _step(reader: _Reader, states: Array, drives: Array) -> tuple[Array, NDArray[np.bool_]]:
    """Follow every state (P, H) with every one of D bit pairs: (P * D, H), said (P * D, 1)."""
    half_z = (states @ reader.recurrent)[:, None] + drives
    followed = np.tanh(half_z, out=half_z).reshape(-1, states.shape[1])
    return followed, reader.bits_said(followed)[:, None]


# ---- the tree ------------------------------------------------------------------------------------


def _tree_pairs(bits: int) -> NDArray[np.int64]:
    """All pairs in the order of the tree: the lowest bit pair varies slowest."""
    pairs = np.zeros((1, 2), dtype=np.int64)
    for t in range(bits - 1):
        step = _DIGITS.astype(np.int64) << t
        pairs = (pairs[:, None] + step).reshape(-1, 2)
    return pairs


def _tree_parts(weights: Weights, bits: int) -> Iterator[NDArray[np.bool_]]:
    reader = _reader(weights)
    digits = bits - 1  # the highest bit of both numbers is zero
    trunk = max(0, digits - PART_DIGITS)
    start, nothing = np.full((1, len(weights.b_h)), -1.0), np.zeros((1, 0), dtype=bool)
    states, said = _grow(reader, start, nothing, trunk)
    truth = _truth(bits).reshape(len(states), -1, bits)
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


def _sample_pairs(bits: int) -> NDArray[np.int64]:
    """A carry through each number of bits from each place on, then pairs drawn with seed 0."""
    ends = [(low, high) for low in range(bits - 1) for high in range(low + 1, bits)]
    chains = [((1 << high) - (1 << low), 1 << low) for low, high in ends]
    worst = np.array(chains + [(b, a) for a, b in chains], dtype=np.int64)
    random = np.random.RandomState(0)
    shape = (SAMPLE - len(worst), 2)
    return np.concatenate([worst, random.randint(0, 1 << (bits - 1), size=shape, dtype=np.int64)])


def _sample_parts(weights: Weights, bits: int) -> Iterator[NDArray[np.bool_]]:
    reader, pairs, truth = _reader(weights), pairs_tried(bits), _truth(bits)
    size = 4**PART_DIGITS
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
