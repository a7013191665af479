"""Exact accuracy of a run, measured in short parts: at the points of its curve (see `curve`).

Where a run rests in between, it is measured too, for whoever looks; that is no point of the curve.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from binadd.judging.evaluation import Evaluation, collect, parts
from binadd.training.curve import is_on_curve, left
from binadd.training.run import Run


class Measurement(NamedTuple):
    """The result of one evaluation, and for how long the network had been trained."""

    iteration: int
    evaluation: Evaluation
    on_curve: bool  # False: made because the run rests here


class AccuracyMeter:
    """Evaluates a run's network in short parts, and says when it is to be done again."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._parts: Iterator[NDArray[np.bool_]] | None = None
        self._blocks: list[NDArray[np.bool_]] = []
        self._on_curve = False
        self.iteration = -1  # of the newest evaluation, finished or under way
        self.exact = 0.0  # share of sums right in the newest finished one

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
        self.exact = result.exact
        return Measurement(self.iteration, result, self._on_curve)
