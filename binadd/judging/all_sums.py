"""Which sums a network is tried on: all there are, or where these are too many a fixed sample."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from binadd.bits import columns

WIDEST_TREE = 9  # bits; one more would be 262,144 pairs
SAMPLE = 16_384  # pairs tried where the numbers are wider than that

DIGITS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=float)  # the four bit pairs (a, b)


@cache
def pairs_tried(bits: int) -> NDArray[np.int64]:
    """Return the pairs that `evaluate` tries, shape (P, 2), in its order; read-only."""
    pairs = _tree_pairs(bits) if bits <= WIDEST_TREE else _sample_pairs(bits)
    pairs.flags.writeable = False
    return pairs


@cache
def ripples_tried(bits: int) -> NDArray[np.int64]:
    """The longest carries of all pairs tried, (P,)."""
    return longest_carries(pairs_tried(bits), bits)


@cache
def truth_tried(bits: int) -> NDArray[np.bool_]:
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


def _tree_pairs(bits: int) -> NDArray[np.int64]:
    """All pairs in the order of the tree: the lowest bit pair varies slowest."""
    pairs = np.zeros((1, 2), dtype=np.int64)
    for t in range(bits - 1):
        step = DIGITS.astype(np.int64) << t
        pairs = (pairs[:, None] + step).reshape(-1, 2)
    return pairs


def _sample_pairs(bits: int) -> NDArray[np.int64]:
    """A carry through each number of bits from each place on, then pairs drawn with seed 0."""
    ends = [(low, high) for low in range(bits - 1) for high in range(low + 1, bits)]
    chains = [((1 << high) - (1 << low), 1 << low) for low, high in ends]
    worst = np.array(chains + [(b, a) for a, b in chains], dtype=np.int64)
    random = np.random.RandomState(0)
    shape = (SAMPLE - len(worst), 2)
    return np.concatenate([worst, random.randint(0, 1 << (bits - 1), size=shape, dtype=np.int64)])
