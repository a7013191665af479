"""What a schoolbook adder may be told apart by while it adds: finitely many situations.

A situation has a carry. Reading a run of `steps` pairs of bits leads from it to another one, whose
carry is the one that the schoolbook has then. Situation 0 is the start.

`situations_of` tells them apart by what was read: the carry of `history` steps ago and the pairs
since. `proof` takes others, too: see `gathering`.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from binadd.judging.states import PAIRS, Bits, add_pairs

Situation = tuple[int, tuple[int, ...]]  # the carry before the pairs, and the pairs


class Situations(NamedTuple):
    """All situations by number; 0 is the start; N situations."""

    following: NDArray[np.int64]  # (N, 4**steps) where each run of pairs leads, in their order
    carry: Bits  # (N,)

    @property
    def steps(self) -> int:
        """How many pairs a run has: 1 or more."""
        return (int(self.following.shape[1]).bit_length() - 1) // 2


def runs(carry: Bits, steps: int) -> tuple[list[Bits], list[Bits]]:
    """Follow the schoolbook from carries (N,) through all runs of `steps` pairs.

    Returns for each step the bits written down and the carries after it, (N * 4**step,) each: the
    first pair of a run varies slowest.
    """
    bits, carries = [], []
    for _ in range(steps):
        written, after = add_pairs(carry)
        carry = after.ravel()
        bits.append(written.ravel())
        carries.append(carry)
    return bits, carries


def situations_of(history: int) -> Situations:
    """Number all situations with up to `history` pairs (1 or more), breadth first."""
    queue: list[Situation] = [(0, ())]
    numbers = {queue[0]: 0}
    following: list[list[int]] = []
    for situation in queue:  # grows while it is read
        nexts = [_next(situation, pair, history) for pair in range(len(PAIRS))]
        for unseen in [after for after in nexts if after not in numbers]:
            numbers[unseen] = len(queue)
            queue.append(unseen)
        following.append([numbers[after] for after in nexts])
    carry = np.array([_carried(*situation) for situation in queue], dtype=np.uint8)
    return Situations(np.array(following, dtype=np.int64), carry)


def _next(situation: Situation, pair: int, history: int) -> Situation:
    """Read one more pair; once there are too many, add the oldest to the carry and forget it."""
    carry, pairs = situation
    pairs = (*pairs, pair)
    if len(pairs) <= history:
        return carry, pairs
    return _carried(carry, pairs[:1]), pairs[1:]


def _carried(carry: int, pairs: tuple[int, ...]) -> int:
    """Add the pairs as at school; return the carry after them."""
    for pair in pairs:
        carry = (carry + sum(PAIRS[pair])) // 2
    return carry
