"""Many networks compared: seeds, numbers of hidden units, and learning rates.

Networks of one size train side by side (see `lockstep`), each with the numbers it would have
alone. Every so many iterations all of them are judged (see `screening`): by a sample of sums, and
by all sums where the sample is right.

A network is perfect from the first of STREAK evaluations in a row at which it gets all sums
right; then it leaves, and the rest of its curve is drawn at 1. One that is right for the first
time near the end of the iterations allowed cannot show it any more and does not count.
"""

import time
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from binadd.lockstep import Lockstep, draw
from binadd.network import Array, Weights, initial_weights
from binadd.parts import Parts, finish
from binadd.screening import SAMPLE, all_right_in_parts, screen_in_parts
from binadd.settings import LIMITS, Limit

ALMOST = 1 - 1 / SAMPLE  # the highest share drawn unless all sums are right
STREAK = 10  # evaluations in a row
STACK = 64  # networks side by side; more are not faster, and a part of the work would take longer
PART = 4096  # networks times hidden units times iterations in a part of the training
MOST_NETWORKS = Limit("the number of networks", True, 1, 1_000)
MOST_POINTS = Limit("the number of evaluations, all networks together,", True, 1, 2_000_000)
EVERY = Limit("iterations between evaluations", True, 1, 10_000)

Clock = Callable[[], float]


@dataclass(frozen=True)
class Plan:
    """Which networks to train: one for each seed, number of hidden units and learning rate.

    iterations: how long each of them may take to become perfect
    every: iterations between two evaluations

    Raises ValueError, naming the value and what would be right.
    """

    seeds: tuple[int, ...] = tuple(range(10))
    hidden: tuple[int, ...] = (4, 8, 16, 32)
    alphas: tuple[float, ...] = (0.1,)
    biases: bool = False
    bits: int = 8
    iterations: int = 20_000
    every: int = 100

    def __post_init__(self) -> None:
        for name, values in (("seed", self.seeds), ("hidden", self.hidden), ("alpha", self.alphas)):
            if not values or len(set(values)) < len(values):
                raise ValueError(f"{LIMITS[name].label} must be given, each value once")
            for value in values:
                LIMITS[name].check(value)
        for name in ("biases", "bits", "iterations"):
            LIMITS[name].check(getattr(self, name))
        EVERY.check(self.every)
        MOST_NETWORKS.check(self.networks)
        MOST_POINTS.check(self.networks * (self.iterations // self.every))

    @property
    def networks(self) -> int:
        """The number of networks."""
        return len(self.seeds) * len(self.hidden) * len(self.alphas)


class Sweep(NamedTuple):
    """What became of S seeds with each of H numbers of hidden units and A learning rates."""

    evaluated: Array  # (E,) iterations after which the networks were evaluated
    right: Array  # (H, A, S, E) share of a sample of sums right; 1 only if all sums are
    perfect: Array  # (H, A, S) iterations until perfect; infinity: not within those allowed
    quartiles: Array  # (H, A, 3) iterations until a quarter, half, three quarters were perfect
    perfect_share: Array  # (H, A) of the seeds, those that became perfect
    seconds: Array  # (H,) of training, all networks together; evaluations are not counted
    trained: Array  # (H,) iterations, all networks together


def sweep(plan: Plan) -> Sweep:
    """Do it all at once; see `sweep_in_parts`."""
    return finish(sweep_in_parts(plan))


def sweep_in_parts(plan: Plan, clock: Clock = time.perf_counter) -> Generator[float, None, Sweep]:
    """Train the networks in short parts; yields the share of the work done, returns the result."""
    sizes = [(row, units) for row, units in enumerate(plan.hidden)]
    shape = (len(plan.hidden), len(plan.alphas) * len(plan.seeds))
    evaluated = np.arange(plan.every, plan.iterations + 1, plan.every, dtype=np.float64)
    right, perfect = np.full((*shape, len(evaluated)), np.nan), np.full(shape, np.inf)
    seconds, trained = np.zeros(len(sizes)), np.zeros(len(sizes))
    for row, units in sizes:
        members = [(alpha, seed) for alpha in plan.alphas for seed in plan.seeds]
        for start in range(0, len(members), STACK):
            some = slice(start, start + STACK)
            stack = _Stack(plan, units, members[some], clock)
            for share in stack.work(right[row, some], perfect[row, some]):
                yield (row + (start + share * len(members[some])) / len(members)) / len(sizes)
            seconds[row] += stack.seconds
            trained[row] += stack.trained
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
    )


def quartiles(perfect: Array) -> Array:
    """Return after how many iterations at least 1/4, 1/2 and 3/4 of the last axis are perfect."""
    count = perfect.shape[-1]
    return np.sort(perfect, axis=-1)[..., [-(-count * part // 4) - 1 for part in (1, 2, 3)]]


class _Stack:
    """Networks of one size that train side by side until they leave."""

    def __init__(
        self, plan: Plan, hidden: int, members: Sequence[tuple[float, int]], clock: Clock
    ) -> None:
        self._plan, self._hidden, self._clock = plan, hidden, clock
        self._alphas = [alpha for alpha, _ in members]
        self._randoms = [np.random.RandomState(seed) for _, seed in members]
        self._present = list(range(len(members)))
        self._streak = [0] * len(members)
        self.seconds = 0.0
        self.trained = 0
        self._form([initial_weights(random, hidden) for random in self._randoms])

    def work(self, right: Array, perfect: Array) -> Iterator[float]:
        """Fill in the curves, (S, E), and the iterations until perfect, (S,)."""
        points = right.shape[1]
        for point in range(points):
            for _ in self._train():
                yield point / points
            weights = [self._lockstep.weights(place) for place in range(len(self._present))]
            for _ in self._evaluate(weights, right[:, point]):
                yield point / points
            leaving = [one for one in self._present if self._streak[one] == STREAK]
            perfect[leaving] = (point + 2 - STREAK) * self._plan.every
            right[leaving, point:] = 1.0
            if leaving:
                kept = zip(self._present, weights, strict=True)
                staying = [(one, its) for one, its in kept if one not in leaving]
                self._present = [one for one, _ in staying]
                if not staying:
                    return
                self._form([its for _, its in staying])

    def _form(self, weights: list[Weights]) -> None:
        """Put those who are present side by side."""
        alphas = [self._alphas[one] for one in self._present]
        self._lockstep = Lockstep(weights, self._plan.bits, alphas, self._plan.biases)

    def _train(self) -> Iterator[None]:
        present = [self._randoms[one] for one in self._present]
        pairs = draw(present, self._plan.every, self._plan.bits)
        size = min(64, max(1, PART // (len(present) * self._hidden)))
        for start in range(0, len(pairs), size):
            before = self._clock()
            self._lockstep.train(pairs[start : start + size])
            self.seconds += self._clock() - before
            yield
        self.trained += len(pairs) * len(present)

    def _evaluate(self, weights: list[Weights], right: Array) -> Parts[None]:
        """Fill in the share of sums right, (S,), and bring the streaks up to date."""
        share, passed = yield from screen_in_parts(weights, self._plan.bits)
        for place, one in enumerate(self._present):
            if passed[place] and (yield from all_right_in_parts(weights[place], self._plan.bits)):
                self._streak[one] += 1
                right[one] = 1.0
            else:
                self._streak[one] = 0
                right[one] = min(share[place], ALMOST)
