"""How fast each way of training is, compared with the loop of the tutorial.

Computers differ, and one computer differs from minute to minute, so only ratios within one run
mean anything: the ways take turns, round by round, and what counts are the medians over all
rounds, of the speeds and of the ratios within each round.
"""

import time
from collections.abc import Callable, Generator, Sequence
from typing import NamedTuple

import numpy as np

from binadd.in_parts import finish
from binadd.judging.evaluation import evaluate
from binadd.judging.proof import prove
from binadd.settings import PRESETS
from binadd.speed.contestants import Contestant, contestants
from binadd.training.run import Run

ROUNDS = 7
SLICE = 0.08  # seconds of one measurement: many steps even of a browser's coarse clock


class Row(NamedTuple):
    """What was measured of one way."""

    name: str
    per_second: float  # examples
    ratio: float  # to the first row


Table = list[Row]
Measuring = Generator[float, None, Table]  # yields the share that is done, more than 0, at most 1


def run(rounds: int = ROUNDS, progress: Callable[[float], object] = lambda share: None) -> Table:
    """Measure all ways at once; `progress` is told the share that is done."""
    return finish(measure(rounds), progress)


def measure(
    rounds: int = ROUNDS, seconds: float = SLICE, clock: Callable[[], float] = time.perf_counter
) -> Measuring:
    """Measure all ways; yield after each short measurement, so that the caller can breathe."""
    every = contestants()
    for way in every:
        way.train()  # sets it up, untimed
    tables: list[Table] = []
    for number in range(rounds):
        speeds = []
        for place, way in enumerate(every, start=1):
            speeds.append(_speed(way, seconds, clock))
            yield (number + place / len(every)) / rounds
        names = [way.name for way in every]
        tables.append([Row(*row, row[1] / speeds[0]) for row in zip(names, speeds, strict=True)])
    return medians(tables)


def _speed(way: Contestant, seconds: float, clock: Callable[[], float]) -> float:
    """Return the examples a second that this way learns from, for that time at least."""
    done, spent, start = 0, 0.0, clock()
    while spent < seconds:
        way.train()
        done += way.examples
        spent = clock() - start
    return done / spent


class Milestones(NamedTuple):
    """Seconds that single pieces of work take."""

    all_pairs: float  # to try all sums of 8 bits
    until_proved: float  # the preset "fixed", from random weights to all sums right and proved


def milestones(clock: Callable[[], float] = time.perf_counter) -> Milestones:
    """Do these once; raises ArithmeticError if the network is not right and proved in the end."""
    start = clock()
    run = Run(PRESETS["fixed"])
    run.advance(run.settings.iterations)
    trained = clock()
    exact = evaluate(run.weights, run.settings.bits).exact
    evaluated = clock()
    verdict = prove(run.weights).verdict
    if exact < 1 or verdict != "proved":
        raise ArithmeticError(f"{exact:.2%} of all sums are right, and it is {verdict}")
    return Milestones(all_pairs=evaluated - trained, until_proved=clock() - start)


def medians(tables: Sequence[Table]) -> Table:
    """Put the tables of several rounds, or of several runs, into one."""
    numbers = np.median([[row[1:] for row in table] for table in tables], axis=0)
    return [Row(row.name, *middle) for row, middle in zip(tables[0], numbers.tolist(), strict=True)]


def text(table: Table) -> str:
    """Write the table in plain text, without a line end."""
    head = f"{'way of training':<28}{'examples/s':>12}{'ratio':>8}"
    lines = [f"{row.name:<28}{row.per_second:>12,.0f}{row.ratio:>8.1f}" for row in table]
    return "\n".join([head, *lines])
