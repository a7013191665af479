"""How fast each way of training is, compared with the loop of the tutorial.

Computers differ, and one computer differs from minute to minute, so only ratios within one run
mean anything: the ways take turns, round by round, and the best round of each counts.
"""

import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

import numpy as np

from binadd import network, tutorial
from binadd.bits import columns
from binadd.engine import Engine
from binadd.lockstep import Lockstep, draw
from binadd.network import Array, initial_weights

BITS, HIDDEN, ALPHA = 8, 16, 0.1  # the tutorial's
ROUNDS = 6
SLICE = 0.08  # seconds of one measurement: many steps even of a browser's coarse clock


class Way(NamedTuple):
    """One way of training: learn from the next examples and return their errors."""

    name: str
    examples: int  # a call of `train` learns from that many
    train: Callable[[], Array]


class Row(NamedTuple):
    """What was measured of one way; ratio is to the first row."""

    name: str
    per_second: float  # examples, in the best round
    ratio: float


def run(
    progress: Callable[[list[Row]], None] | None = None,
    rounds: int = ROUNDS,
    seconds: float = SLICE,
) -> list[Row]:
    """Measure all ways and return the table; `progress` sees it grow."""
    rows: list[Row] = []
    for rows in measure(rounds, seconds):
        if progress:
            progress(rows)
    return rows


def measure(
    rounds: int = ROUNDS, seconds: float = SLICE, clock: Callable[[], float] = time.perf_counter
) -> Iterator[list[Row]]:
    """Yield the table so far after each short measurement, so that the caller can breathe.

    A round before the first one warms up and does not count.
    """
    contestants = ways()
    best = dict.fromkeys([way.name for way in contestants], 0.0)
    for number in range(rounds + 1):
        for way in contestants:
            speed = _speed(way, seconds, clock)
            if number > 0:
                best[way.name] = max(best[way.name], speed)
            yield _table(best)


def _speed(way: Way, seconds: float, clock: Callable[[], float]) -> float:
    """Return the examples a second that this way learns from, for that time at least."""
    done, spent, start = 0, 0.0, clock()
    while spent < seconds:
        way.train()
        done += way.examples
        spent = clock() - start
    return done / spent


def _table(best: dict[str, float]) -> list[Row]:
    measured = {name: speed for name, speed in best.items() if speed}
    yardstick = next(iter(measured.values()), 1.0)
    return [Row(name, speed, speed / yardstick) for name, speed in measured.items()]


def text(rows: list[Row]) -> str:
    """Write the table in plain text, without a line end."""
    head = f"{'way of training':<28}{'examples/s':>12}{'ratio':>8}"
    lines = [f"{row.name:<28}{row.per_second:>12,.0f}{row.ratio:>8.1f}" for row in rows]
    return "\n".join([head, *lines])


def ways(seed: int = 0) -> list[Way]:
    """Return all ways, the yardstick first, each about to learn the same task anew."""
    singles = [
        Way("the tutorial's loop", 32, lambda: _tutorial(32, seed)),
        Way("the readable network", 32, partial(next, _readable(32, seed))),
    ]
    engines = [
        Way(name, examples, partial(next, _engine(examples, batch, seed)))
        for name, examples, batch in (
            ("engine", 256, 1),
            ("engine, batches of 8", 512, 8),
            ("engine, batches of 32", 1024, 32),
        )
    ]
    stacks = [
        Way(f"{size} networks in lock-step", 32 * size, partial(next, _lockstep(32, size, seed)))
        for size in (16, 64)
    ]
    return [*singles, *engines, *stacks]


def _tutorial(examples: int, seed: int) -> Array:
    return tutorial.train(BITS, HIDDEN, ALPHA, examples, seed).errors


def _readable(examples: int, seed: int) -> Iterator[Array]:
    random = np.random.RandomState(seed)
    weights = initial_weights(random, HIDDEN)
    while True:
        errors = np.empty(examples)
        pairs = draw([random], examples, BITS)[:, 0]
        for row, pair in enumerate(pairs):
            inputs = columns(pair, BITS).T.astype(float)  # (T, 2)
            targets = columns(pair.sum(), BITS).astype(float)  # (T,)
            trace = network.forward(weights, inputs)
            gradient = network.backward(weights, trace, targets)
            weights = network.descend(weights, gradient, ALPHA, biases=False)
            errors[row] = np.abs(targets - trace.outputs).sum()
        yield errors


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
