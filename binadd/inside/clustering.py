"""Groups of points that lie close together: k-means, tried several times."""

import numpy as np
from numpy.typing import NDArray

from binadd.network import Array

TRIES = 4  # the best counts
ROUNDS = 100  # of moving the centres


def centres_of(points: Array, groups: int, random: np.random.RandomState) -> Array:
    """Return the middles of that many groups of points: (N, D) gives (groups, D)."""
    tries = [_settled(points, _spread_out(points, groups, random)) for _ in range(TRIES)]
    return min(tries, key=lambda centres: float(_distances(points, centres).min(axis=1).sum()))


def nearest(points: Array, centres: Array) -> NDArray[np.int64]:
    """Return the number of the centre nearest to each point: (..., D) gives (...)."""
    return np.asarray(np.argmin(_distances(points, centres), axis=-1), dtype=np.int64)


def _spread_out(points: Array, groups: int, random: np.random.RandomState) -> Array:
    """Draw points as first centres, each the likelier the farther from those drawn before."""
    centres = points[[random.randint(len(points))]]
    while len(centres) < groups:
        total = np.cumsum(np.maximum(_distances(points, centres).min(axis=1), 0))
        drawn = int(np.searchsorted(total, random.random_sample() * total[-1]))
        centres = np.concatenate([centres, points[[min(drawn, len(points) - 1)]]])
    return centres


def _settled(points: Array, centres: Array) -> Array:
    """Move every centre to the middle of the points nearest to it, until none moves."""
    for _ in range(ROUNDS):
        number = nearest(points, centres)
        members = [points[number == group] for group in range(len(centres))]
        moved = [m.mean(axis=0) if len(m) else c for m, c in zip(members, centres, strict=True)]
        if np.array_equal(moved, centres):
            break
        centres = np.array(moved)
    return centres


def _distances(points: Array, centres: Array) -> Array:
    """Return squared distances, up to rounding: (..., D) and (G, D) give (..., G)."""
    squares = (points**2).sum(axis=-1, keepdims=True) + (centres**2).sum(axis=-1)
    return np.asarray(squares - 2 * points @ centres.T)
