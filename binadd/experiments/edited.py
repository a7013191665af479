"""The readable network with a piece of its text deleted, beside the network as it is.

It is network.py itself that is read, cut and run: no second network that could differ elsewhere.
"""

import inspect
from collections.abc import Generator
from types import ModuleType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from binadd import bits, network
from binadd.experiments.learning_curve import CHUNK, Curve, of_run, share_right
from binadd.in_parts import within
from binadd.network import Array, Trace, Weights
from binadd.settings import Settings
from binadd.training.curve import spacing
from binadd.training.run import Run

SLOPE = " * outputs * (1 - outputs)"  # of the output unit, in `backward`
HONEST = 0.25  # share of the work: the other network learns at a reader's pace
PART = CHUNK // 4  # iterations of it in one part of the work


class Beside(NamedTuple):
    """Two networks that began alike and saw the same sums."""

    honest: Curve
    edited: Curve


def without(piece: str) -> ModuleType:
    """Return network.py as it runs without a piece of its text.

    Raises ValueError if the text holds the piece not at all, or more than once.
    """
    source = inspect.getsource(network)
    if source.count(piece) != 1:
        raise ValueError(f"network.py holds {piece!r} {source.count(piece)} times, not once")
    edited = ModuleType("edited_network")
    exec(compile(source.replace(piece, ""), "edited network.py", "exec"), edited.__dict__)
    return edited


def compare(settings: Settings | None = None, piece: str = SLOPE) -> Generator[float, None, Beside]:
    """Train the network as it is and without the piece, in short parts.

    Both start from the weights of a run with these settings and learn from its sums. Yields the
    share of the work that is done.
    """
    run = Run(settings or Settings())
    start, pairs = run.weights, run.next_pairs(run.settings.iterations)
    honest = yield from within(of_run(run), 0, HONEST)
    learning = without(piece).train(
        start, examples(pairs, run.settings.bits), run.settings.alpha, run.settings.biases
    )
    return Beside(honest, (yield from within(_curve(learning, run.settings), HONEST, 1)))


def examples(pairs: NDArray[np.int64], width: int) -> list[tuple[Array, Array]]:
    """Return the input bits (T, 2) and the bits of the sum (T,) of each of n pairs, (n, 2)."""
    inputs = bits.columns(pairs, width).swapaxes(1, 2).astype(float)
    targets = bits.columns(pairs.sum(axis=1), width).astype(float)
    return list(zip(inputs, targets, strict=True))


def _curve(
    learning: Generator[tuple[Trace, Weights], None, None], settings: Settings
) -> Generator[float, None, Curve]:
    evaluated, exact = [], []
    for iteration, (_, weights) in enumerate(learning, 1):
        done = iteration / settings.iterations
        if iteration % PART == 0:
            yield done
        if iteration % spacing(settings) == 0:
            exact.append((yield from share_right(weights, settings.bits, done)))
            evaluated.append(float(iteration))
    return Curve(np.array(evaluated), np.array(exact))
