"""Exact accuracy, measured again and again during a run without holding it up for long."""

import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from binadd.evaluation import Evaluation, collect, parts
from binadd.training import Run

EVERY = 100  # while training, accuracy is measured at multiples of so many iterations, ...
SHARE = 0.15  # ... as often as this share of the time allows, ...
FEWEST = 25  # ... and at least so often in a whole run


class Measurement(NamedTuple):
    """The result of one evaluation, and for how long the network had been trained."""

    iteration: int
    evaluation: Evaluation


class Meter:
    """Evaluates a run's network in short parts, and decides when it is time to do so again."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._parts: Iterator[NDArray[np.bool_]] | None = None
        self._blocks: list[NDArray[np.bool_]] = []
        self._bits = 0
        self._cost = 0.0  # seconds that the evaluation under way has taken
        self._next = clock()  # not before this time while training
        self.iteration = -1  # of the newest evaluation, finished or under way

    @property
    def active(self) -> bool:
        """Is an evaluation under way?"""
        return self._parts is not None

    def is_due(self, run: Run) -> bool:
        """While training: should the network be evaluated now, before it is trained further?"""
        at_multiple = run.iteration % EVERY < run.settings.batch  # batches may step over it
        return at_multiple and run.iteration >= max(self._earliest(run), self.iteration + 1)

    def iterations_left(self, run: Run) -> int:
        """How many iterations may pass before the next evaluation."""
        earliest = max(self._earliest(run), run.iteration + 1)
        return -(-earliest // EVERY) * EVERY - run.iteration

    def _earliest(self, run: Run) -> int:
        seldom = run.settings.iterations // FEWEST
        return 0 if self._clock() >= self._next else max(self.iteration, 0) + seldom

    def start(self, run: Run) -> None:
        """Begin to evaluate the network as it is now."""
        self._parts, self._bits = parts(run.weights, run.settings.bits), run.settings.bits
        self._blocks, self._cost, self.iteration = [], 0.0, run.iteration

    def work(self) -> Measurement | None:
        """Do one part of the evaluation under way; return the result after the last part."""
        start = self._clock()
        block = next(self._parts, None) if self._parts else None
        self._cost += self._clock() - start
        if block is not None:
            self._blocks.append(block)
            return None
        self._parts = None
        self._next = self._clock() + self._cost * (1 - SHARE) / SHARE
        return Measurement(self.iteration, collect(self._blocks, self._bits))
