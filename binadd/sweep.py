"""Many networks compared: seeds, numbers of hidden units, and learning rates.

Networks of one size train side by side (see `lockstep`), each with the numbers it would have
alone, up to rounding. Every so many iterations all of them are judged (see `screening`): by a
sample of sums, and by all sums where the sample is right.

A network is perfect from the first of STREAK evaluations in a row at which it gets all sums
right; then it leaves, and the rest of its curve is drawn at 1. One that is right for the first
time near the end of the iterations allowed cannot show it any more and does not count.
"""

import time
from collections.abc import Generator
from typing import NamedTuple

import numpy as np

from binadd.cohort import Clock, Cohort
from binadd.engine import Engine
from binadd.lockstep import draw
from binadd.network import Array, initial_weights
from binadd.parts import finish
from binadd.plan import Plan

TOGETHER = 64  # networks side by side; more are not faster, and make longer parts
TIMED = 16  # iterations in a measurement of the time


class Sweep(NamedTuple):
    """What became of S seeds with each of H numbers of hidden units and A learning rates."""

    evaluated: Array  # (E,) iterations after which the networks were evaluated
    right: Array  # (H, A, S, E) share of a sample of sums right; 1 only if all sums are
    perfect: Array  # (H, A, S) iterations until perfect; infinity: not within those allowed
    quartiles: Array  # (H, A, 3) iterations until a quarter, half, three quarters were perfect
    perfect_share: Array  # (H, A) of the seeds, those that became perfect
    seconds: Array  # (H,) of training, all networks together; evaluations are not counted
    trained: Array  # (H,) iterations, all networks together
    alone: Array  # (H,) seconds that an iteration of one network takes by itself


def sweep(plan: Plan) -> Sweep:
    """Do it all at once; see `sweep_in_parts`."""
    return finish(sweep_in_parts(plan))


def sweep_in_parts(plan: Plan, clock: Clock = time.perf_counter) -> Generator[float, None, Sweep]:
    """Train the networks in short parts; yields the share of the work done, returns the result."""
    sizes = [(row, units) for row, units in enumerate(plan.hidden)]
    shape = (len(plan.hidden), len(plan.alphas) * len(plan.seeds))
    evaluated = np.arange(plan.every, plan.iterations + 1, plan.every, dtype=np.float64)
    right, perfect = np.full((*shape, len(evaluated)), np.nan), np.full(shape, np.inf)
    seconds, trained, alone = np.zeros((3, len(sizes)))
    for row, units in sizes:
        alone[row] = _seconds_alone(plan, units, clock)
        members = [(alpha, seed) for alpha in plan.alphas for seed in plan.seeds]
        for start in range(0, len(members), TOGETHER):
            some = slice(start, start + TOGETHER)
            cohort = Cohort(plan, units, members[some], clock)
            for share in cohort.work(right[row, some], perfect[row, some]):
                yield (row + (start + share * len(members[some])) / len(members)) / len(sizes)
            seconds[row] += cohort.seconds
            trained[row] += cohort.trained
    by_alpha = (len(plan.hidden), len(plan.alphas), len(plan.seeds))
    perfect = perfect.reshape(by_alpha)
    return Sweep(
        evaluated,
        right.reshape(*by_alpha, -1),
        perfect,
        quartiles(perfect),
        np.isfinite(perfect).mean(axis=-1),
        seconds,
        trained,
        alone,
    )


def _seconds_alone(plan: Plan, hidden: int, clock: Clock) -> float:
    """Measure how long an iteration takes if a network trains by itself."""
    random = np.random.RandomState(0)
    engine = Engine(initial_weights(random, hidden), plan.bits, plan.alphas[0], plan.biases)
    pairs = draw([random], TIMED, plan.bits)[:, 0]
    times = []
    for _ in range(5):
        before = clock()
        engine.train(pairs)
        times.append((clock() - before) / TIMED)
    return float(np.median(times))


def quartiles(perfect: Array) -> Array:
    """Return after how many iterations at least 1/4, 1/2 and 3/4 of the last axis are perfect."""
    count = perfect.shape[-1]
    return np.sort(perfect, axis=-1)[..., [-(-count * part // 4) - 1 for part in (1, 2, 3)]]
