"""How the share of sums that come out right grows while a network learns, in short parts."""

from collections.abc import Generator
from typing import NamedTuple

import numpy as np

from binadd.judging.evaluation import parts
from binadd.network import Array, Weights
from binadd.training.curve import is_on_curve, left
from binadd.training.run import Run

CHUNK = 64  # iterations in one part of the work


class Curve(NamedTuple):
    """What was measured on the way."""

    evaluated: Array  # (E,) iterations after which all sums were tried
    exact: Array  # (E,) share of them that was right

    @property
    def perfect(self) -> float:
        """After how many iterations every sum was right and stayed so; infinity: never."""
        lasting = np.logical_and.accumulate((self.exact == 1)[::-1])[::-1]
        return float(self.evaluated[lasting][0]) if lasting.any() else np.inf


def of_run(run: Run) -> Generator[float, None, Curve]:
    """Train a run to its end, and try all sums at every point of its curve (see `curve`)."""
    settings, evaluated, exact = run.settings, [], []
    while run.iteration < settings.iterations:
        run.advance(min(CHUNK, left(run)))
        done = run.iteration / settings.iterations
        yield done
        if is_on_curve(run):
            exact.append((yield from share_right(run.weights, settings.bits, done)))
            evaluated.append(float(run.iteration))
    return Curve(np.array(evaluated), np.array(exact))


def share_right(weights: Weights, bits: int, done: float) -> Generator[float, None, float]:
    """Return the share of all sums that are right; yields `done`, the share of the whole work."""
    right = []
    for block in parts(weights, bits):
        right.append(block.all(axis=1))
        yield done
    return float(np.concatenate(right).mean())
