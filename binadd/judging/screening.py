"""Does a network add? A quick answer for many networks, again and again while they train.

All networks try a few sums, side by side; one that gets these right tries all. This is done with
numbers of type float32, which NumPy handles several times as fast. Their rounding could change a
bit only where an output is within about a millionth of one half.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from binadd import network
from binadd.bits import columns
from binadd.in_parts import Parts
from binadd.judging import evaluation
from binadd.judging.all_sums import WIDEST_TREE
from binadd.judging.states import PAIRS, add_pairs
from binadd.network import Array, Weights

SAMPLE = 200  # sums; the share of them that is right errs by 3.5 % at most (standard error)
BLOCK = 64  # sums side by side; with more, NumPy's threads would cost more than they gain

Array32 = NDArray[np.float32]


def screen_in_parts(
    weights: Sequence[Weights], bits: int
) -> Parts[tuple[Array, NDArray[np.bool_]]]:
    """Try the same few sums with S networks of one size, side by side.

    Returns the share of the sample that is right, (S,), and whether all carries are, too, (S,).
    """
    pairs = sums_tried(bits)
    stacked = Weights(*(_short(np.stack(arrays)) for arrays in zip(*weights, strict=True)))  # type: ignore[arg-type]
    blocks = []
    for start in range(0, len(pairs), BLOCK):
        blocks.append(_right(stacked, pairs[start : start + BLOCK], bits))
        yield
    right = np.concatenate(blocks, axis=1)
    share: Array = right[:, :SAMPLE].mean(axis=1)
    return share, np.asarray(right.all(axis=1))


def all_right_in_parts(weights: Weights, bits: int) -> Parts[bool]:
    """Say whether all sums come out right (above WIDEST_TREE bits: all that `evaluation` tries).

    Sums share their beginnings, so the four pairs are read in each state, level by level, up to
    the first level with a wrong bit.
    """
    if bits > WIDEST_TREE:
        return (yield from _sample_right_in_parts(weights, bits))
    w_xh, w_hh, w_hy, b_h, b_y = map(_short, weights)
    state, carry = np.zeros((1, len(b_h)), np.float32), np.zeros(1, np.uint8)
    for step in range(bits):
        readable = 4 if step < bits - 1 else 1  # the highest bit of both numbers is zero
        read = _short(np.array(PAIRS[:readable])) @ w_xh
        block = state.reshape(-1, min(BLOCK, len(state)), len(b_h))
        state = _short(network.sigmoid((block @ w_hh + b_h)[:, :, None] + read))
        state = state.reshape(-1, len(b_h))
        truth, carries = (after[:, :readable].ravel() for after in add_pairs(carry))
        if (_bits_said(state @ w_hy + b_y) != truth).any():
            return False
        carry = carries
        yield
    return True


@cache
def sums_tried(bits: int) -> NDArray[np.int64]:
    """Return the few sums, (P, 2): first a sample, then a carry from each bit to each other."""
    random = np.random.RandomState(0)
    sample = random.randint(0, 1 << (bits - 1), size=(SAMPLE, 2), dtype=np.int64)
    ends = [(low, high) for low in range(bits - 1) for high in range(low + 1, bits)]
    carries = np.array([((1 << high) - (1 << low), 1 << low) for low, high in ends])
    pairs = np.concatenate([sample, carries, carries[:, ::-1]])
    pairs.flags.writeable = False
    return pairs


def _right(stacked: Weights, pairs: NDArray[np.int64], bits: int) -> NDArray[np.bool_]:
    """Say which of P sums each of S networks gets right, (S, P); their arrays are stacked."""
    w_xh, w_hh, w_hy, b_h, b_y = stacked
    digits = _short(np.moveaxis(columns(pairs, bits), -1, 0))  # (T, P, 2)
    truth = columns(pairs.sum(axis=1), bits)  # (P, T)
    state = np.zeros((len(w_hh), len(pairs), w_hh.shape[-1]), np.float32)
    right = np.ones(state.shape[:2], dtype=bool)
    for t in range(bits):
        z = state @ w_hh + (digits[t] @ w_xh + b_h[:, None])  # (S, P, H)
        state = network.sigmoid(z).astype(np.float32)
        right &= _bits_said((state @ w_hy[:, :, None])[..., 0] + b_y) == truth[:, t]
    return right


def _sample_right_in_parts(weights: Weights, bits: int) -> Parts[bool]:
    for block in evaluation.parts(weights, bits):
        if not block.all():
            return False
        yield
    return True


def _bits_said(z: NDArray[Any]) -> NDArray[np.uint8]:
    """Return what the output unit says; float32 would call outputs one half that are above it."""
    return network.bits_said(network.sigmoid(z.astype(np.float64)))


def _short(array: NDArray[Any]) -> Array32:
    return np.ascontiguousarray(array, dtype=np.float32)
