"""What a schoolbook adder may remember while it adds, as finitely many numbered situations.

A situation is the carry of `history` steps ago and the pairs read since; in the first steps, all
pairs read so far. It decides the bit to be written down, and with the next pair the situation
that follows.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from binadd.states import PAIRS

Situation = tuple[int, tuple[int, ...]]  # the carry before the pairs, and the pairs


class Situations(NamedTuple):
    """All situations by number; 0 is the start; N situations."""

    following: NDArray[np.int64]  # (N, 4) the situation after reading each of the four pairs
    demanded: NDArray[np.int64]  # (N,) the bit to be written down now; 0 at the start too


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
    demanded = [_add(*situation)[0] for situation in queue]
    return Situations(np.array(following, dtype=np.int64), np.array(demanded, dtype=np.int64))


def _next(situation: Situation, pair: int, history: int) -> Situation:
    """Read one more pair; once there are too many, add the oldest to the carry and forget it."""
    carry, pairs = situation
    pairs = (*pairs, pair)
    if len(pairs) <= history:
        return carry, pairs
    return _add(carry, pairs[:1])[1], pairs[1:]


def _add(carry: int, pairs: tuple[int, ...]) -> tuple[int, int]:
    """Add the pairs as at school: the last bit written down, and the carry after them."""
    bit = 0
    for pair in pairs:
        carry, bit = divmod(carry + sum(PAIRS[pair]), 2)
    return bit, carry
