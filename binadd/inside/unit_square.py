"""A memory of two hidden units is a point in the unit square: all that goes on there can be seen.

How many ones meet in a column, the two bits and the carry, decides what is written and what is
carried: an adder needs four places, for none, one, two and three. Two straight lines divide the
square. On one side of the first the network writes 1: its output is above one half just where
w_hy . h + b_y is above zero. Beyond the other the carry is read as 1 (see `readout`).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from binadd.in_parts import Parts
from binadd.inside.readout import QUICK_BITS, read_carry_quickly
from binadd.judging.states import reachable, says
from binadd.network import Array, Weights

UNITS = 2
PLACES = 4  # how many ones can meet: 0 to 3
CORNERS = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])
SEEN = 0.05  # groups that come nearer to each other than this look like one


class Half(NamedTuple):
    """The part of the unit square where weights . h + intercept is above zero."""

    weights: Array  # (2,)
    intercept: float
    area: Array  # (K, 2) its corners, going round; none if nothing of the square lies in it
    edge: Array  # (2, 2) from where to where the line crosses the square; none if it does not
    right: float  # of all steps of sums, how many are in a state on the side where it belongs


class Square(NamedTuple):
    """Every state that short sums go through, N points; and four groups, by the ones that met."""

    points: Array  # (N, 2)
    ones: NDArray[np.uint8]  # (N,) how many ones met in the column before the state
    centres: Array  # (4, 2) NaN where there is no such state
    sizes: NDArray[np.int64]  # (4,) how many states
    radii: Array  # (4,) how far from the centre the farthest lies
    places: int  # how many of the groups can be told apart by looking
    writes: Half  # where it writes 1
    carries: Half  # where the carry is read as 1


def square_in_parts(weights: Weights, bits: int) -> Parts[Square]:
    """Look at all states of all sums of `bits` bits, or of QUICK_BITS: 596 points.

    Raises ValueError unless the network has two hidden units, or if its states are no numbers.
    """
    check(weights)
    states = reachable(weights, min(bits, QUICK_BITS))
    read = yield from read_carry_quickly(weights, bits)
    written = says(weights, states.hidden)
    right = 1 - float(states.share @ (written != states.sum_bit))
    ones = states.sum_bit + np.uint8(2) * states.carry
    centres, sizes, radii = _groups(states.hidden, ones)
    return Square(
        points=states.hidden,
        ones=ones,
        centres=centres,
        sizes=sizes,
        radii=radii,
        places=_apart(centres[sizes > 0], radii[sizes > 0]),
        writes=half(weights.w_hy, float(weights.b_y[0]), right),
        carries=half(read.weights, read.intercept, read.accuracy),
    )


def check(weights: Weights) -> None:
    """Raise ValueError unless the network has two hidden units."""
    if len(weights.b_h) != UNITS:
        raise ValueError(f"the square shows two hidden units, not {len(weights.b_h)}")


def half(weights: Array, intercept: float, right: float) -> Half:
    """Cut the unit square along the line weights . h + intercept = 0 and keep what is above."""
    values = CORNERS @ weights + intercept
    area, edge = [], []
    for at, value in enumerate(values):
        following = (at + 1) % len(CORNERS)
        if value > 0:
            area.append(CORNERS[at])
        if (value > 0) != (values[following] > 0):
            way = CORNERS[following] - CORNERS[at]
            edge.append(CORNERS[at] + way * value / (value - values[following]))
            area.append(edge[-1])
    corners, ends = (np.array(each).reshape(-1, 2) for each in (area, edge))
    return Half(weights, intercept, corners, ends, right)


def _groups(points: Array, ones: NDArray[np.uint8]) -> tuple[Array, NDArray[np.int64], Array]:
    """Return the centre of each group, its size, and the distance of its farthest point."""
    centres, radii = np.full((PLACES, UNITS), np.nan), np.full(PLACES, np.nan)
    for met in range(PLACES):
        members = points[ones == met]
        if len(members):
            centres[met] = members.mean(axis=0)
            radii[met] = np.linalg.norm(members - centres[met], axis=1).max()
    return centres, np.bincount(ones, minlength=PLACES).astype(np.int64), radii


def _apart(centres: Array, radii: Array) -> int:
    """Count the groups, taking those for one whose circles come nearer than SEEN."""
    distances = np.linalg.norm(centres[:, None] - centres, axis=-1)
    near = distances - radii[:, None] - radii < SEEN
    for _ in centres:  # whatever is near to what is near
        near = near @ near
    return len(np.unique(near, axis=0))
