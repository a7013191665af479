"""Checkpoints of a run, so that it can go back to any iteration; bounded in number.

A run is determined by its settings, so whatever is kept stays true: going back and training on
leads through the same checkpoints again, and a visitor can go forth as well as back.
"""

import bisect
from typing import Any, NamedTuple

from binadd.network import Weights

SPACING = 100  # iterations between two checkpoints, until there are MOST
MOST = 200  # of about 5 KB each with 16 hidden units


class Checkpoint(NamedTuple):
    """A moment of a run: how far it was, what the network knew, what chance would bring next."""

    iteration: int
    weights: Weights
    random_state: Any  # what np.random.RandomState.get_state returns


class Checkpoints:
    """Keeps checkpoints about evenly apart; when there are MOST, every second one goes."""

    def __init__(self, start: Checkpoint) -> None:
        self._kept = [start]  # in order of their iterations
        self._spacing = SPACING

    @property
    def start(self) -> Checkpoint:
        """The beginning of the run, which is never dropped."""
        return self._kept[0]

    def __len__(self) -> int:
        """Return how many checkpoints there are."""
        return len(self._kept)

    def wants(self, iteration: int) -> bool:
        """Is it time for another checkpoint?"""
        return iteration >= self._kept[-1].iteration + self._spacing

    def keep(self, checkpoint: Checkpoint) -> None:
        """Add a checkpoint that comes after all that are kept."""
        self._kept.append(checkpoint)
        if len(self._kept) > MOST:
            self._kept = self._kept[::2]
            self._spacing *= 2

    def before(self, iteration: int) -> Checkpoint:
        """Return the last checkpoint that is not after `iteration`, which is not before the start.

        Raises ValueError otherwise.
        """
        place = bisect.bisect_right(self._kept, iteration, key=lambda kept: kept.iteration)
        if place == 0:
            start = self._kept[0].iteration
            raise ValueError(f"iteration must be {start:,} or later, not {iteration:,}")
        return self._kept[place - 1]
