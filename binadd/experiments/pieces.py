"""A sweep cut into pieces that need nothing of each other: networks of one size, side by side.

How many networks are side by side changes no bit of any (see `lockstep`), so it does not matter who
trains a piece, how large it is, how many others are trained meanwhile, or in which order they end.
Yet the plan alone decides how it is cut, never the number of workers.
"""

import time
from collections.abc import Generator, Iterable
from typing import NamedTuple

import numpy as np

from binadd import __version__
from binadd.experiments.cohort import Clock, Cohort
from binadd.experiments.plan import Plan
from binadd.fast.engine import Engine
from binadd.fast.lockstep import draw
from binadd.in_parts import finish
from binadd.network import Array, initial_weights

TOGETHER = 64  # networks side by side; more are not faster, and make longer parts
APART = 16  # fewer would take more than twice the time that each takes among 64
SHARES = 8  # as many pieces are wanted at least, to keep cores busy, unless they get too small
TIMED = 16  # iterations in a measurement of the time


class Piece(NamedTuple):
    """Networks that are trained side by side."""

    hidden: int
    members: tuple[tuple[float, int], ...]  # the learning rate and the seed of each


class Trained(NamedTuple):
    """What became of the S networks of a piece, and how long that took."""

    right: Array  # (S, E) share of a sample of sums right; 1 only if all sums are
    perfect: Array  # (S,) iterations until perfect; infinity: not within those allowed
    seconds: float  # of training, all networks together
    trained: int  # iterations, all networks together
    alone: float  # seconds that an iteration of one network takes by itself


def cut(plan: Plan, most: int = TOGETHER) -> list[Piece]:
    """Return the pieces, none of more than `most` networks: size by size, rate by rate."""
    members = tuple((alpha, seed) for alpha in plan.alphas for seed in plan.seeds)
    count = -(-len(members) // most)
    ends = [len(members) * number // count for number in range(count + 1)]
    parts = [members[low:high] for low, high in zip(ends, ends[1:], strict=False)]
    return [Piece(units, some) for units in plan.hidden for some in parts]


def cut_to_share(plan: Plan) -> list[Piece]:
    """Return smaller pieces, for many workers, but not so small that they lose much speed."""
    return cut(plan, min(max(plan.networks // SHARES, APART), TOGETHER))


def train(plan: Plan, piece: Piece, versions: str) -> Trained:
    """Train a piece at once, wherever this runs.

    Raises RuntimeError unless the versions here are those: others may round otherwise.
    """
    if versions != here():
        raise RuntimeError(f"the worker has {here()}, not {versions}: its numbers may differ")
    return finish(train_in_parts(plan, piece))


def train_in_parts(
    plan: Plan, piece: Piece, clock: Clock = time.perf_counter
) -> Generator[float, None, Trained]:
    """Train a piece in short parts; yields the share of the work done, returns the result."""
    alone = _seconds_alone(plan, piece.hidden, clock)
    networks = len(piece.members)
    right = np.full((networks, plan.iterations // plan.every), np.nan)
    perfect = np.full(networks, np.inf)
    cohort = Cohort(plan, piece.hidden, piece.members, clock)
    yield from cohort.work(right, perfect)
    return Trained(right, perfect, cohort.seconds, cohort.trained, alone)


def here() -> str:
    """Name what decides how numbers are rounded, beside the processor."""
    return f"binadd {__version__} and NumPy {np.__version__}"


def named(pieces: Iterable[Piece]) -> str:
    """Say which networks are in these pieces."""
    return ", or ".join(_named(piece) for piece in pieces)


def _named(piece: Piece) -> str:
    seeds: dict[float, list[int]] = {}
    for alpha, seed in piece.members:
        seeds.setdefault(alpha, []).append(seed)
    rates = [f"learning rate {alpha:g}, {_ranges(several)}" for alpha, several in seeds.items()]
    return f"{piece.hidden} hidden units ({'; '.join(rates)})"


def _ranges(seeds: list[int]) -> str:
    """Write seeds as they are given on the command line: 0-9,12."""
    ranges: list[list[int]] = []
    for seed in seeds:
        if ranges and seed == ranges[-1][-1] + 1:
            ranges[-1] = [ranges[-1][0], seed]
        else:
            ranges.append([seed])
    words = ",".join("-".join(map(str, each)) for each in ranges)
    return f"seeds {words}" if len(seeds) > 1 else f"seed {words}"


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
