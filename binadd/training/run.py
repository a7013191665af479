"""A training run that can be advanced by any number of iterations, or for a slice of time.

It never prints, draws or sleeps: whoever advances it decides what to do with what it returns.
"""

import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from binadd import network
from binadd.fast.engine import Engine
from binadd.network import Weights
from binadd.settings import Settings
from binadd.training.checkpoints import Checkpoint, Checkpoints
from binadd.training.examples import Example, Slice, join

CHUNK = 32  # iterations before the first look at the clock; later pieces are longer
DRAWN_AT_ONCE = 100_000  # examples that are passed over in one piece when a run is resumed
MOST_SKIPPED = 100_000_000  # examples that are passed over at all: seconds of work


class Run:
    """One network being trained: a random sum, or a batch of them, an update, as often as asked.

    The random stream is the tutorial's: first the weights, then a and b of every iteration.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.iteration = 0
        self.furthest = 0  # the highest iteration that the run has ever reached
        self._random = np.random.RandomState(settings.seed)
        self._engine = self._engine_for(network.initial_weights(self._random, settings.hidden))
        self._checkpoints = Checkpoints(self._checkpoint())

    @classmethod
    def resume(cls, settings: Settings, weights: Weights, iteration: int) -> "Run":
        """Go on with saved weights, with the examples that come after that iteration."""
        run = cls(settings)
        run.skip_to(iteration, weights)
        run._checkpoints = Checkpoints(run._checkpoint())
        return run

    def skip_to(self, iteration: int, weights: Weights) -> None:
        """Pass over the examples before an iteration that is to come, and take these weights.

        Raises ValueError if they are more than MOST_SKIPPED, which would take too long.
        """
        if iteration - self.iteration > MOST_SKIPPED:
            raise ValueError(
                f"a run can be taken up until iteration {MOST_SKIPPED:,}, not at {iteration:,}"
            )
        for start in range(self.iteration, iteration, DRAWN_AT_ONCE):
            self._draw(min(DRAWN_AT_ONCE, iteration - start))
        self.iteration, self.furthest = iteration, max(self.furthest, iteration)
        self._engine = self._engine_for(weights)
        if self._checkpoints.wants(iteration):
            self._checkpoints.keep(self._checkpoint())

    @property
    def weights(self) -> Weights:
        """The weights as they are now, in arrays of their own."""
        return self._engine.weights

    @property
    def start(self) -> int:
        """The iteration at which the run began: 0, unless it went on with saved weights."""
        return self._checkpoints.start.iteration

    @property
    def start_weights(self) -> Weights:
        """The weights with which the run began, at `start`."""
        return self._checkpoints.start.weights

    def is_at(self, every: int) -> bool:
        """Has it just come to a multiple of `every` iterations, or stepped over one in a batch?

        This and `left` divide a run at the same places whoever drives it, and however fast.
        """
        return self.iteration % every < self.settings.batch

    def left(self, every: int) -> int:
        """How many iterations are left before the next multiple of `every`, at least 1."""
        return every - self.iteration % every

    def advance(self, iterations: int) -> Slice:
        """Train for that many iterations, rounded up to whole batches."""
        pairs = self._draw(iterations + -iterations % self.settings.batch)
        answers = self._engine.train(pairs)
        first, self.iteration = self.iteration, self.iteration + len(pairs)
        self.furthest = max(self.furthest, self.iteration)
        if self._checkpoints.wants(self.iteration):
            self._checkpoints.keep(self._checkpoint())
        return Slice(first, pairs, answers.outputs, answers.errors)

    def next_example(self, passing: int = 0) -> Example:
        """Return the example that comes next, as the network answers it now; nothing changes.

        passing: so many come before the one that is wanted
        """
        ahead = self._ahead()
        ahead._draw(passing)
        ahead.iteration += passing
        return ahead.advance(1).example(0)

    def next_pairs(self, examples: int) -> NDArray[np.int64]:
        """Return the pairs (n, 2) of the examples that come next; nothing changes."""
        return self._ahead()._draw(examples)

    def _ahead(self) -> "Run":
        """Return a run of its own that stands where this one does."""
        ahead = Run(self.settings)
        ahead._restore(self._checkpoint())
        return ahead

    def again(self) -> "Run":
        """Return a run of its own that stands where this one began, and will go the same way."""
        run = Run(self.settings)
        run._restore(self._checkpoints.start)
        return run

    def go_near(self, iteration: int) -> None:
        """Go to the last checkpoint that is not after `iteration`.

        Whatever is trained from there is bit for bit what was trained then. Raises ValueError
        if the run has never been at that iteration.
        """
        if iteration > self.furthest:
            raise ValueError(f"iteration must be at most {self.furthest:,}, not {iteration:,}")
        self._restore(self._checkpoints.before(iteration))

    def go_to(self, iteration: int) -> None:
        """Go to an iteration where the run has been; with batches, to the end of one."""
        self.go_near(iteration)
        self.advance(iteration - self.iteration)

    def _draw(self, examples: int) -> NDArray[np.int64]:
        """Draw the pairs (n, 2) of the next examples."""
        most = 1 << (self.settings.bits - 1)  # int64: the default is 32 bits in WebAssembly
        return self._random.randint(0, most, size=(examples, 2), dtype=np.int64)

    def _checkpoint(self) -> Checkpoint:
        return Checkpoint(self.iteration, self.weights, self._random.get_state())

    def _restore(self, checkpoint: Checkpoint) -> None:
        self.iteration = checkpoint.iteration
        self._random.set_state(checkpoint.random_state)
        self._engine = self._engine_for(checkpoint.weights)

    def _engine_for(self, weights: Weights) -> Engine:
        chosen = self.settings
        return Engine(weights, chosen.bits, chosen.alpha, chosen.biases, chosen.batch)

    def advance_for(
        self, seconds: float, most: int, clock: Callable[[], float] = time.perf_counter
    ) -> Slice:
        """Train until the time is over or `most` iterations (at least 1) are done."""
        end, chunk = clock() + seconds, CHUNK
        done = [self.advance(min(chunk, most))]
        most -= len(done[0].errors)
        while most > 0 and clock() < end:
            chunk *= 2
            done.append(self.advance(min(chunk, most)))
            most -= len(done[-1].errors)
        return join(done)
