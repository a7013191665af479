"""Hidden states: the steps that lead from one to the next, and all that sums can reach.

Every step reads one of four bit pairs, so from each state there are four ways on.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from binadd import network
from binadd.network import Array, Weights

Bits = NDArray[np.uint8]

PAIRS = ((0, 0), (0, 1), (1, 0), (1, 1))  # what a step can read, (a, b); an index here is a "pair"
OVERFLOWN = (
    "Its weights are so large that sums of them overflow: its hidden states are no numbers, "
    "and nothing can be read from them."
)
WIDEST = 8  # bits; sums of more bits reach too many states to look at each


class States(NamedTuple):
    """Hidden states with what a schoolbook adder knows at the same place; N states."""

    hidden: Array  # (N, H)
    sum_bit: Bits  # (N,) the bit of the sum that the adder writes down
    carry: Bits  # (N,) what it carries to the next step
    share: Array  # (N,) of all steps of all sums, how many are in this state; adds up to 1


@np.errstate(over="ignore", invalid="ignore")  # of the largest finite weights
def follow(weights: Weights, hidden: Array) -> Array:
    """Let every state, shape (N, H), read each of the four pairs: (N, 4, H)."""
    from_memory = hidden @ weights.w_hh + weights.b_h
    from_input = np.array(PAIRS, dtype=np.float64) @ weights.w_xh
    return network.sigmoid(from_memory[:, None] + from_input)


def says(weights: Weights, hidden: Array) -> Bits:
    """Return the bit that the network writes down in each state: (..., H) becomes (...)."""
    return network.bits_said(network.sigmoid(hidden @ weights.w_hy + weights.b_y))


def add_pairs(carry: Bits) -> tuple[Bits, Bits]:
    """Add each of the four pairs to carries (N,), as at school: sum bits, new carries (N, 4)."""
    total = carry[:, None] + np.array(PAIRS, dtype=np.uint8).sum(axis=1, dtype=np.uint8)
    return total & np.uint8(1), total >> np.uint8(1)


def reachable(weights: Weights, bits: int) -> States:
    """Return every state that any sum of `bits` bits (of WIDEST, if fewer) goes through.

    Sums share their beginnings, so a state that many of them go through is listed once. Raises
    ValueError if there are states that are no numbers, because the weights are so large.
    """
    steps = min(bits, WIDEST)
    levels = []
    hidden, carry = np.zeros((1, len(weights.b_h))), np.zeros(1, dtype=np.uint8)
    for step in range(steps):
        readable = 4 if step < steps - 1 else 1  # the highest bit of both numbers is zero
        hidden = follow(weights, hidden)[:, :readable].reshape(-1, hidden.shape[1])
        if np.isnan(hidden).any():
            raise ValueError(OVERFLOWN)
        sums, carries = add_pairs(carry)
        carry = carries[:, :readable].ravel()
        share = np.full(len(hidden), 1 / (steps * len(hidden)))
        levels.append(States(hidden, sums[:, :readable].ravel(), carry, share))
    return States(*(np.concatenate(arrays) for arrays in zip(*levels, strict=True)))
