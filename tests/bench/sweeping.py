"""A sweep in one worker process and in one on each core, in turns."""

import time
from typing import NamedTuple

import numpy as np

from binadd.experiments.parameter_sweep import Sweep, sweep
from binadd.experiments.plan import Plan
from binadd.experiments.processes import Processes, cores

PLAN = Plan(seeds=tuple(range(64)), hidden=(8, 16), iterations=4_000)


class Gain(NamedTuple):
    """Seconds of the same sweep, medians; the gain is the median of the ratios within a round."""

    workers: int
    one: float
    all: float
    gain: float


def measure(runs: int) -> Gain:
    """Measure in turns; raise ArithmeticError if the numbers are not the same."""
    rounds = [(_timed(1), _timed(cores())) for _ in range(runs)]
    if not all(np.array_equal(one.right, many.right) for (one, _), (many, _) in rounds):
        raise ArithmeticError("more workers found other numbers")
    seconds = np.array([[one, many] for (_, one), (_, many) in rounds])
    one, many = np.median(seconds, axis=0)
    return Gain(cores(), float(one), float(many), float(np.median(seconds[:, 0] / seconds[:, 1])))


def _timed(workers: int) -> tuple[Sweep, float]:
    """Return a sweep and its seconds, the start of the workers included."""
    start = time.perf_counter()
    with Processes(workers) as executor:
        result = sweep(PLAN, executor)
    return result, time.perf_counter() - start


def markdown(found: Gain) -> str:
    """Write the gain in a table."""
    return "\n".join(
        [
            f"A sweep of {PLAN.networks} networks, {PLAN.iterations:,} iterations each at most.",
            "",
            "| workers | seconds | gain |",
            "| ---: | ---: | ---: |",
            f"| 1 | {found.one:.1f} | 1.0 |",
            f"| {found.workers} | {found.all:.1f} | {found.gain:.2f} |",
        ]
    )
