"""The ways of training that `benchmark` compares: same task, same random numbers."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from binadd import network
from binadd.bits import columns
from binadd.fast.engine import Engine
from binadd.fast.lockstep import Lockstep, draw
from binadd.network import Array, Weights, initial_weights
from binadd.speed import tutorial

BITS, HIDDEN, ALPHA = 8, 16, 0.1  # the tutorial's
SAMPLE = 1024  # examples that another language learns from, to be compared


class Contestant(NamedTuple):
    """One way of training: learn from the next examples and return their errors."""

    name: str
    examples: int  # a call of `train` learns from that many
    train: Callable[[], Array]


class Sample(NamedTuple):
    """A beginning of training with all its numbers, for an implementation in another language."""

    weights: Weights  # what training starts from
    bits: int
    alpha: float
    pairs: NDArray[np.int64]  # (n, 2) the sums, in order
    errors: Array  # (n,) what the engine's errors were: the sum of |true bit - output|


def sample(seed: int = 0) -> Sample:
    """Return the first updates of the task that all ways learn."""
    random = np.random.RandomState(seed)
    weights = initial_weights(random, HIDDEN)
    pairs = draw([random], SAMPLE, BITS)[:, 0]
    errors = Engine(weights, BITS, ALPHA).train(pairs).errors
    return Sample(weights, BITS, ALPHA, pairs, errors)


def contestants(seed: int = 0) -> list[Contestant]:
    """Return all ways, the tutorial's first, each about to learn the same task anew."""
    singles = [
        Contestant("the tutorial's loop", 32, lambda: _tutorial(32, seed)),
        Contestant("the readable network", 32, partial(next, _readable(32, seed))),
    ]
    engines = [
        Contestant(name, examples, partial(next, _engine(examples, batch, seed)))
        for name, examples, batch in (
            ("engine", 256, 1),
            ("engine, batches of 8", 512, 8),
            ("engine, batches of 32", 1024, 32),
        )
    ]
    stacks = [
        Contestant(
            f"{size} networks in lock-step", 32 * size, partial(next, _lockstep(32, size, seed))
        )
        for size in (16, 64)
    ]
    return [*singles, *engines, *stacks]


def _tutorial(examples: int, seed: int) -> Array:
    return tutorial.train(BITS, HIDDEN, ALPHA, examples, seed).errors


def _readable(examples: int, seed: int) -> Iterator[Array]:
    random = np.random.RandomState(seed)
    weights = initial_weights(random, HIDDEN)
    while True:
        pairs = draw([random], examples, BITS)[:, 0]
        lessons = [_lesson(pair) for pair in pairs]
        errors = np.empty(examples)
        for row, (trace, after) in enumerate(network.train(weights, lessons, ALPHA)):
            errors[row] = np.abs(lessons[row][1] - trace.outputs).sum()
            weights = after
        yield errors


def _lesson(pair: NDArray[np.int64]) -> tuple[Array, Array]:
    """Return the bits of two numbers, (T, 2), and those of their sum, (T,)."""
    return columns(pair, BITS).T.astype(float), columns(pair.sum(), BITS).astype(float)


def _engine(examples: int, batch: int, seed: int) -> Iterator[Array]:
    random = np.random.RandomState(seed)
    engine = Engine(initial_weights(random, HIDDEN), BITS, ALPHA, batch=batch)
    while True:
        yield engine.train(draw([random], examples, BITS)[:, 0]).errors


def _lockstep(examples: int, networks: int, seed: int) -> Iterator[Array]:
    randoms = [np.random.RandomState(seed + number) for number in range(networks)]
    starts = [initial_weights(random, HIDDEN) for random in randoms]
    lockstep = Lockstep(starts, BITS, [ALPHA] * networks)
    while True:
        yield lockstep.train(draw(randoms, examples, BITS))
