"""Situations told apart by the states themselves: those that lie near each other are one.

What was read long ago matters little, but how long ago is long depends on what was read since. So
the states that sums lead to are visited, breadth first, and a state close to one that was visited
before, with the same carry, is taken for it.
"""

import numpy as np
from numpy.typing import NDArray

from binadd.in_parts import Parts
from binadd.judging.schoolbook import Situations, runs
from binadd.judging.states import follow
from binadd.network import Array, Weights

REST = 16  # situations visited in a part


def gather_in_parts(
    weights: Weights, steps: int, near: float, most: int
) -> Parts[tuple[Situations, Array] | None]:
    """Visit states by runs of `steps` pairs; return the situations and a state of each, (N, H).

    near: states closer than this in every unit are one situation
    most: return None if there are more situations than that
    """
    states, carry = np.zeros((most, len(weights.b_h))), np.zeros(most, dtype=np.uint8)
    following: list[list[int]] = []
    known = 1
    while len(following) < known:
        here = slice(len(following), len(following) + 1)
        reached = states[here]
        for _ in range(steps):
            reached = follow(weights, reached).reshape(-1, states.shape[1])
        _, carries = runs(carry[here], steps)
        places = []
        for state, carried in zip(reached, carries[-1], strict=True):
            place = _nearest(states[:known], carry[:known] == carried, state, near)
            if place is None and known == most:
                return None
            if place is None:
                states[known], carry[known], place = state, carried, known
                known += 1
            places.append(place)
        following.append(places)
        if len(following) % REST == 0:
            yield
    return Situations(np.array(following, dtype=np.int64), carry[:known]), states[:known]


def _nearest(states: Array, alike: NDArray[np.bool_], state: Array, near: float) -> int | None:
    """Return the place of the nearest of the states that are alike, if any is near."""
    distance = np.where(alike, np.abs(states - state).max(axis=1), np.inf)
    place = int(distance.argmin())
    return place if distance[place] < near else None
