"""Weights and examples in the arrays of `call_list`, which says why they are laid out like this."""

import numpy as np
from numpy.typing import NDArray

from binadd.bits import columns
from binadd.network import Array, Weights


def pack(weights: Weights) -> Array:
    """Return the weights as one matrix, (U + 3, U), without the row of sums."""
    w_xh, w_hh, w_hy, b_h, b_y = weights
    hidden = len(b_h)
    matrix = np.zeros((hidden + 4, hidden + 1))
    matrix[:hidden] = np.column_stack([w_hy, w_hh])
    matrix[-4] = np.append(b_y, b_h)
    matrix[-3:-1, 1:] = w_xh
    return matrix / 4


def unpack(matrix: Array) -> Weights:
    """Return new arrays with the weights that are in the matrix: the inverse of `pack`."""
    weights = matrix * 4
    return Weights(
        w_xh=weights[-3:-1, 1:].copy(),
        w_hh=weights[:-4, 1:].copy(),
        w_hy=weights[:-4, 0].copy(),
        b_h=weights[-4, 1:].copy(),
        b_y=weights[-4, :1].copy(),
    )


def lessons(pairs: NDArray[np.int64], bits: int) -> Array:
    """Return the lower end of `signals` for each update: (n, ..., B, 2) to (n, T + 2, ..., 4, B).

    The four are twice the two input bits, the constant 1 and the target, which stands two steps
    later than the inputs: where the output unit's answer to them arrives. Raises ValueError
    unless all numbers have at most `bits - 1` bits, so that their sums have `bits`.
    """
    if (pairs >> (bits - 1)).any():
        raise ValueError(f"pairs must hold numbers from 0 to 2**{bits - 1} - 1")
    sums = pairs.sum(axis=-1, keepdims=True)  # a sum of 64 bits wraps round; its bits are right
    a_b_sum = columns(np.concatenate([pairs, sums], axis=-1), bits)  # (n, ..., B, 3, T)
    by_step = np.moveaxis(a_b_sum, -1, 1).swapaxes(-1, -2)  # (n, T, ..., 3, B)
    n, steps, *nets, _, batch = by_step.shape
    filled = np.zeros((n, steps + 2, *nets, 4, batch))
    filled[:, :-2, ..., :2, :] = by_step[..., :2, :] * 2.0
    filled[..., 2, :] = 1.0
    filled[:, 2:, ..., 3, :] = by_step[..., 2, :] * 2.0 - 1.0
    return filled
