"""Networks of one size that train side by side until they are perfect (see `parameter_sweep`)."""

import time
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from binadd.experiments.plan import Plan
from binadd.fast.lockstep import Lockstep, draw
from binadd.in_parts import Parts
from binadd.judging.screening import SAMPLE, all_right_in_parts, screen_in_parts
from binadd.network import Array, Weights, initial_weights

STREAK = 10  # evaluations in a row with all sums right
ALMOST = 1 - 1 / SAMPLE  # the highest share drawn unless all sums are right
PART = 4096  # networks times hidden units times iterations in a part of the training
MOST_PART = 64  # iterations in a part

Clock = Callable[[], float]


class Cohort:
    """S networks, each with its learning rate and seed.

    `seconds` is the time that their training has taken so far, `trained` the iterations, of all
    networks together.
    """

    def __init__(
        self,
        plan: Plan,
        hidden: int,
        members: Sequence[tuple[float, int]],
        clock: Clock = time.perf_counter,
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
        size = min(MOST_PART, max(1, PART // (len(present) * self._hidden)))
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
