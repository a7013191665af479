"""A guess at boxes that may be a proof: they grow until they hold all that they lead to.

Nothing here has to be trusted: `enclosure.margin_in_parts` decides.
"""

import numpy as np
from numpy.typing import NDArray

from binadd.in_parts import Parts
from binadd.judging.enclosure import SLACK, Boxes, Image, image_in_parts
from binadd.judging.schoolbook import Situations
from binadd.network import Array, Weights

GRID = 2.0**-20  # bounds are multiples of it, so that growing ends
AHEAD = 0.05  # how much further than its content a box grows, as a share of the last growth
ROOM = 2.0**-40  # more than two checks of the same proof round differently
ROUNDS = 400  # give up growing after so many

_EMPTY = 2.0, -1.0  # low and high of a box that nothing has led into


def grow(
    weights: Weights, situations: Situations, start: Array, rounds: int = ROUNDS
) -> Parts[Boxes | None]:
    """Grow a box for every situation from states, (N, H) or one, (1, H), for situation 0.

    Returns None once some box has grown too wide to demand one bit, or after so many rounds.
    """
    shape = len(situations.carry), len(weights.b_h)
    boxes = Boxes(*(np.full(shape, value) for value in _EMPTY))
    boxes.low[: len(start)], boxes.high[: len(start)] = _outwards(start, start)
    for _ in range(rounds):
        known = np.flatnonzero(boxes.low[:, 0] <= boxes.high[:, 0])
        some, carry = Boxes(boxes.low[known], boxes.high[known]), situations.carry[known]
        image = yield from image_in_parts(weights, some, carry, situations.steps)
        if not image.margin > 0:
            return None
        places, content = _by_situation(image, situations.following[known])
        if (content.low >= boxes.low[places]).all() and (content.high <= boxes.high[places]).all():
            return boxes
        _widen(boxes, places, content)
    return None


def _by_situation(image: Image, following: NDArray[np.int64]) -> tuple[NDArray[np.int64], Boxes]:
    """Return the situations that are led to, (M,), and what is led into each, (M, H)."""
    units = image.boxes.low.shape[-1]
    order = np.argsort(following, axis=None, kind="stable")
    places, first = np.unique(following.ravel()[order], return_index=True)
    low = np.minimum.reduceat(image.boxes.low.reshape(-1, units)[order], first)
    high = np.maximum.reduceat(image.boxes.high.reshape(-1, units)[order], first)
    return places, Boxes(np.maximum(low - ROOM, -SLACK), np.minimum(high + ROOM, 1 + SLACK))


def _widen(boxes: Boxes, places: NDArray[np.int64], content: Boxes) -> None:
    """Let boxes take in their content and, where they had one before, some room ahead."""
    low, high = boxes.low[places], boxes.high[places]
    new = (low > high)[:, :1]
    ahead = np.where(new, 0.0, AHEAD)
    lower = content.low - ahead * np.maximum(low - content.low, 0)
    higher = content.high + ahead * np.maximum(content.high - high, 0)
    lower, higher = _outwards(np.maximum(lower, -SLACK), np.minimum(higher, 1 + SLACK))
    boxes.low[places], boxes.high[places] = np.minimum(low, lower), np.maximum(high, higher)


def _outwards(low: Array, high: Array) -> Boxes:
    return Boxes(np.floor(low / GRID) * GRID, np.ceil(high / GRID) * GRID)
