"""Exact accuracy, measured at iterations that are fixed by the settings, in short parts.

So the same run draws the same curve wherever it is trained, however fast, and in whatever pieces.
Where a run rests in between, it is measured too, for whoever looks; that is no point of the curve.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from binadd.evaluation import Evaluation, collect, parts
from binadd.settings import Settings
from binadd.training import Run

POINTS = 40  # of the curve of a run, unless they would be closer or further apart than ...
CLOSEST, FURTHEST = 50, 2_500  # ... so many iterations


class Measurement(NamedTuple):
    """The result of one evaluation, and for how long the network had been trained."""

    iteration: int
    evaluation: Evaluation
    on_curve: bool  # False: made because the run rests here


def spacing(settings: Settings) -> int:
    """Return the iterations between two points of the curve."""
    return min(max(settings.iterations // POINTS, CLOSEST), FURTHEST)


def is_on_curve(run: Run) -> bool:
    """Is this a point of the curve: the start of a run, a multiple of `spacing`, or an end?

    An end is where a run finishes, or finishes again after as many iterations more.
    """
    done, length = run.iteration - run.start, run.settings.iterations
    at_end = length > 0 and done % length < run.settings.batch
    return done == 0 or run.is_at(spacing(run.settings)) or at_end


def left(run: Run) -> int:
    """How many iterations are left before the next point of the curve."""
    length = run.settings.iterations
    before_end = length - (run.iteration - run.start) % length if length else FURTHEST
    return min(run.left(spacing(run.settings)), before_end)


class Meter:
    """Evaluates a run's network in short parts, and says when it is to be done again."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._parts: Iterator[NDArray[np.bool_]] | None = None
        self._blocks: list[NDArray[np.bool_]] = []
        self._on_curve = False
        self.iteration = -1  # of the newest evaluation, finished or under way

    @property
    def active(self) -> bool:
        """Is an evaluation under way?"""
        return self._parts is not None

    @property
    def is_due(self) -> bool:
        """While training: must the network be evaluated before it is trained further?"""
        return self._run.iteration != self.iteration and is_on_curve(self._run)

    @property
    def left(self) -> int:
        """How many iterations may be trained before the next evaluation."""
        return left(self._run)

    def start(self) -> None:
        """Begin to evaluate the network as it is now."""
        run = self._run
        self._parts, self._blocks = parts(run.weights, run.settings.bits), []
        self.iteration, self._on_curve = run.iteration, is_on_curve(run)

    def work(self) -> Measurement | None:
        """Do one part of the evaluation under way; return the result after the last part."""
        block = next(self._parts, None) if self._parts else None
        if block is not None:
            self._blocks.append(block)
            return None
        self._parts = None
        result = collect(self._blocks, self._run.settings.bits)
        return Measurement(self.iteration, result, self._on_curve)
