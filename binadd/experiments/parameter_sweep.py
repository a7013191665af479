"""Many networks compared: seeds, numbers of hidden units, and learning rates.

Networks of one size train side by side (see `lockstep`), each with the numbers it would have
alone, up to rounding. Every so many iterations all of them are judged (see `screening`): by a
sample of sums, and by all sums where the sample is right.

A network is perfect from the first of STREAK evaluations in a row at which it gets all sums
right; then it leaves, and the rest of its curve is drawn at 1. One that is right for the first
time near the end of the iterations allowed cannot show it any more and does not count.
"""

import time
from collections.abc import Generator, Sequence
from concurrent.futures import Executor
from typing import NamedTuple

import numpy as np

from binadd.experiments.cohort import Clock
from binadd.experiments.pieces import Piece, Trained, cut, cut_to_share, train_in_parts
from binadd.experiments.plan import Plan
from binadd.experiments.spread import train_all
from binadd.in_parts import finish, within
from binadd.network import Array


class Sweep(NamedTuple):
    """What became of S seeds with each of H numbers of hidden units and A learning rates.

    `seconds` and `alone` are measured and differ from machine to machine; nothing else does.
    """

    evaluated: Array  # (E,) iterations after which the networks were evaluated
    right: Array  # (H, A, S, E) share of a sample of sums right; 1 only if all sums are
    perfect: Array  # (H, A, S) iterations until perfect; infinity: not within those allowed
    quartiles: Array  # (H, A, 3) iterations until a quarter, half, three quarters were perfect
    perfect_share: Array  # (H, A) of the seeds, those that became perfect
    seconds: Array  # (H,) of training, all networks together; evaluations are not counted
    trained: Array  # (H,) iterations, all networks together
    alone: Array  # (H,) seconds that an iteration of one network takes by itself


def sweep(plan: Plan, executor: Executor | None = None) -> Sweep:
    """Train the networks here, or let the executor train them: the result is the same.

    executor: of processes, or `Client.get_executor()` of a Dask cluster; it is not shut down

    Raises Untrained (see `spread`) if a worker dies or fails; then, and on KeyboardInterrupt, what
    has not begun is taken back.
    """
    return finish(sweep_in_parts(plan) if executor is None else sweep_on(plan, executor))


def sweep_in_parts(plan: Plan, clock: Clock = time.perf_counter) -> Generator[float, None, Sweep]:
    """Train the networks in short parts; yields the share of the work done, returns the result."""
    pieces, trained, networks = cut(plan), [], 0
    for piece in pieces:
        low, networks = networks, networks + len(piece.members)
        share = low / plan.networks, networks / plan.networks
        trained.append((yield from within(train_in_parts(plan, piece, clock), *share)))
    return _gathered(plan, pieces, trained)


def sweep_on(plan: Plan, executor: Executor) -> Generator[float, None, Sweep]:
    """Let the executor train them; yields the share done, ten times a second, as in parts."""
    pieces = cut_to_share(plan)
    return _gathered(plan, pieces, (yield from train_all(plan, pieces, executor)))


def _gathered(plan: Plan, pieces: Sequence[Piece], trained: Sequence[Trained]) -> Sweep:
    """Put what became of all pieces, in their order, into one."""
    shape = (len(plan.hidden), len(plan.alphas), len(plan.seeds))
    perfect = np.concatenate([each.perfect for each in trained]).reshape(shape)
    sizes = np.array([[piece.hidden == units for piece in pieces] for units in plan.hidden])
    alone = np.array([each.alone for each in trained])
    return Sweep(
        np.arange(plan.every, plan.iterations + 1, plan.every, dtype=np.float64),
        np.concatenate([each.right for each in trained]).reshape(*shape, -1),
        perfect,
        quartiles(perfect),
        np.isfinite(perfect).mean(axis=-1),
        sizes @ np.array([each.seconds for each in trained]),
        sizes @ np.array([float(each.trained) for each in trained]),
        np.array([np.median(alone[some]) for some in sizes]),
    )


def quartiles(perfect: Array) -> Array:
    """Return after how many iterations at least 1/4, 1/2 and 3/4 of the last axis are perfect."""
    count = perfect.shape[-1]
    return np.sort(perfect, axis=-1)[..., [-(-count * part // 4) - 1 for part in (1, 2, 3)]]
