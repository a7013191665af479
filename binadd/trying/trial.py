"""Somebody else's network, checked and trained as ours is: the same seed, the same sums.

It works in short parts; what is known by now stands in the trial, for whoever watches. Whatever
their functions do, a trial comes to its end, if need be with a `Mistake`.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from binadd import network
from binadd.in_parts import Parts
from binadd.judging.evaluation import Evaluation, collect, parts
from binadd.network import Weights
from binadd.saving.program import drawn
from binadd.settings import Settings
from binadd.training import curve
from binadd.training.run import Run
from binadd.trying import gradient_check, results
from binadd.trying.gradient_check import GradientCheck
from binadd.trying.mistakes import Mistake
from binadd.trying.own_accuracy import OwnAccuracy
from binadd.trying.results import Example
from binadd.trying.written import Written

CHECKED_ON = 2  # sums whose gradient is checked: the first of the training
PART = 25  # sums that are learnt in one part of the work


class Point(NamedTuple):
    """How much of it comes out right after so many sums."""

    iteration: int
    exact: float  # the share of sums that are right
    all_sums: bool  # False: of a sample


class Honest(NamedTuple):
    """What becomes of our own network with the same settings."""

    points: tuple[Point, ...]
    weights: Weights  # in the end


class Trial:
    """One text, and what has come of it so far."""

    def __init__(self, text: str, settings: Settings) -> None:
        self.text, self.settings = text, settings
        self.check: GradientCheck | None = None
        self.points: list[Point] = []
        self.iteration = 0
        self.start: Weights | None = None
        self.weights: Weights | None = None
        self.evaluation: Evaluation | None = None  # of all sums, in the end
        self.mistake: Mistake | None = None
        self.written: Written | None = None

    @property
    def printed(self) -> str:
        """What the functions have printed."""
        return self.written.printed.text if self.written else ""

    def work(self) -> Parts[None]:
        """Do all of it, in parts; a mistake ends it."""
        try:
            yield from self._work()
        except Mistake as mistake:
            self.mistake = mistake

    def _work(self) -> Parts[None]:
        self.written = written = Written(self.text)
        chosen = self.settings
        random = np.random.RandomState(chosen.seed)
        self.start = results.initial_weights(written, random, chosen.hidden)
        accuracy = OwnAccuracy(written, chosen.bits)
        self._measure(accuracy, self.start)
        yield
        first = list(_sums(replace(chosen, iterations=CHECKED_ON, batch=1)))
        self.check = yield from gradient_check.check(written, self.start, first)
        yield
        self.weights = yield from self._train(written, accuracy, self.start)
        self.evaluation = yield from accuracy.wholly(self.weights)
        last = Point(self.iteration, self.evaluation.exact, self.evaluation.all_pairs)
        self.points[-1] = last

    def _measure(self, accuracy: OwnAccuracy, weights: Weights) -> None:
        self.points.append(Point(self.iteration, *accuracy.quickly(weights)))

    def _train(self, written: Written, accuracy: OwnAccuracy, weights: Weights) -> Parts[Weights]:
        chosen = self.settings
        given = (weights, _sums(chosen), chosen.alpha, chosen.biases, chosen.batch)
        for outputs, weights in results.steps_of(written, given, chosen.bits):
            self.iteration += 1
            if not np.isfinite(outputs).all() or self._is_due() and results.not_finite(weights):
                raise self._not_finite(written)
            if self._is_due():
                self._measure(accuracy, weights)
            if self.iteration % PART == 0:
                yield
        if self.iteration < _length(chosen):
            words = f"train ended after {self.iteration:,} sums of {_length(chosen):,}."
            raise Mistake(words, written.line_of("train"))
        return weights

    def _is_due(self) -> bool:
        """Is this a point of the curve?"""
        chosen = self.settings
        at = self.iteration % curve.spacing(chosen) < chosen.batch
        return (at and self.iteration % chosen.batch == 0) or self.iteration == _length(chosen)

    def _not_finite(self, written: Written) -> Mistake:
        """Find the line where the numbers went astray: the same once more, with errors for them."""
        chosen = self.settings
        given = (self.start, _sums(chosen), chosen.alpha, chosen.biases, chosen.batch)
        line, seen = written.line_of("train"), self.iteration
        try:
            with written.strict():
                steps = results.steps_of(written, given, chosen.bits)
                for self.iteration, _ in zip(range(1, seen + 1), steps, strict=False):
                    pass
        except Mistake as mistake:
            line = mistake.line
        after = f"after {self.iteration:,} sums"
        return Mistake(f"The numbers are no longer finite {after}: nothing can be learnt.", line)


def honest(settings: Settings) -> Parts[Honest]:
    """Train our own network, in parts."""
    run = Run(settings)
    points = []
    while True:
        if curve.is_on_curve(run):
            evaluated = yield from _evaluated(run)
            points.append(Point(run.iteration, evaluated.exact, True))
        if run.iteration >= settings.iterations:
            return Honest(tuple(points), run.weights)
        run.advance(min(curve.left(run), PART * 10))
        yield


def _evaluated(run: Run) -> Parts[Evaluation]:
    blocks = []
    for block in parts(run.weights, run.settings.bits):
        blocks.append(block)
        yield
    return collect(blocks, run.settings.bits)


def _length(settings: Settings) -> int:
    """How many sums there are to learn from: whole batches."""
    return settings.iterations + -settings.iterations % settings.batch


def _sums(settings: Settings) -> Iterator[Example]:
    """Draw the sums of the honest run, whatever the functions drew before."""
    random = np.random.RandomState(settings.seed)
    network.initial_weights(random, settings.hidden)
    return drawn(random, settings.bits, _length(settings))
