"""The longest carry there is: 0111...1 + 1, and what becomes of it on its way.

The lowest column makes a carry, every other must hand it on, and each writes 0 until the highest
writes 1. A state that leaks forgets the carry a little at every column: the outputs creep towards
one half, and so does the carry as it can be read from all units (see `readout`).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from binadd.in_parts import Parts
from binadd.inside.readout import read_carry_quickly
from binadd.judging.addition import Addition, add, carries
from binadd.network import Array, Weights
from binadd.settings import Limit

CHAIN = Limit("columns", whole=True, low=8, high=1024)


class Leak(NamedTuple):
    """A carry handed on through T columns."""

    added: Addition
    carry: NDArray[np.uint8]  # (T,) the true carry out of each column
    reading: Array  # (T,) that carry as read from all units: about 0 or 1, it is 1 above one half
    lost: int  # the first column whose carry is read wrong, -1 if none is
    nearest: int  # the column whose output is nearest to one half


def leak_in_parts(weights: Weights, columns: int, trained: int) -> Parts[Leak]:
    """Let the network add 0111...1 and 1 in that many columns, but at least in `trained`.

    Raises ValueError if `columns` is not within CHAIN.
    """
    CHAIN.check(columns)
    read = yield from read_carry_quickly(weights, trained)
    added = add(weights, (1 << (columns - 1)) - 1, 1, trained)
    fitted = added.trace.hidden[1:] @ read.weights + read.intercept  # fitted to -1 and 1
    carry = carries(added.a, added.b, added.width + 1)[1:]
    misread = np.flatnonzero((fitted > 0) != carry)
    return Leak(
        added=added,
        carry=carry,
        reading=(fitted + 1) / 2,
        lost=int(misread[0]) if len(misread) else -1,
        nearest=int(np.argmin(np.abs(added.outputs - 0.5))),
    )
