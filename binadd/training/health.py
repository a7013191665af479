"""Is the training still worth going on with? If not: why, and what to do about it.

A finding is fatal only where going on cannot help. That a weight which is not finite stays so, and
that units which are alike stay alike, but for rounding, can be proved. Saturation can not: outputs
that are stuck only let the weights go slowly. Each update moves them in proportion to the learning
rate and to the slope o (1 - o), and the slope grows as they move, so outputs of slope s come loose
after about

    1 / (alpha * s * T * (H + 1))    examples, for T bits and H hidden units.

Measured on 1,860 runs (2 to 64 hidden units, alpha 0.5 to 100, with and without biases, 8,000 or
20,000 examples): of 4,722 times that one was seen stuck, to be loose later, none came loose in less
than 0.4 times that.
Fatal is what would take longer than the longest run allowed, with FREED_SOONER as the margin.
"""

from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from binadd.network import Array, Weights
from binadd.settings import LIMITS

STUCK = 1e-4  # mean o (1 - o) below which the outputs are saturated; about 1/4 at the start
WRONG = 0.1  # mean error above which saturated outputs are not just sure of what they know
FREED_SOONER = 100.0  # so many times sooner than estimated saturated outputs might come loose
LONGEST_RUN = LIMITS["iterations"].high  # type: ignore[union-attr]
PATIENCE = 500.0  # learning rate times examples; no tutorial network that learns takes longer
LEAST_WINDOW = 2_000  # examples; means of fewer errors are too noisy to compare
HARDLY_ANY = 0.01  # the share of right sums below which an unchanged error is no progress
ROUNDING = 1e-13  # the part of their weights by which units that are alike come to differ
ALIKE = 1e-9  # units that differ by no larger part take long to come apart

Kind = Literal["not finite", "symmetric", "saturated", "no progress"]


class Finding(NamedTuple):
    """Something wrong with a network in training."""

    kind: Kind
    fatal: bool  # True: going on cannot help
    reason: str  # what is wrong and what to do, in sentences


def diagnose(weights: Weights, outputs: Array, errors: Array, alpha: float) -> Finding | None:
    """Judge a network by its weights, recent outputs (n, T) and errors (n,), and learning rate."""
    return (
        _not_finite(weights)
        or _symmetric(weights)
        or _saturated(outputs, errors, alpha * (len(weights.b_h) + 1))
    )


def window(alpha: float) -> int:
    """Return how many examples make a window of `no_progress`: the more the lower the rate."""
    return max(LEAST_WINDOW, round(PATIENCE / alpha))


def no_progress(errors: Array, right: NDArray[np.bool_], alpha: float) -> Finding | None:
    """Judge a run by its errors (n,) and by which sums came out right (n,), over two windows.

    A network may seem to sleep for thousands of examples and learn all at once thereafter, so
    this waits long, and is never fatal. With fewer examples than two windows nothing is said.
    """
    width = window(alpha)
    if len(errors) < 2 * width or right[-width:].mean() >= HARDLY_ANY:
        return None
    earlier, recent = errors[-2 * width : -width], errors[-width:]
    noise = np.sqrt((earlier.var() + recent.var()) / width)
    if recent.mean() < earlier.mean() - 2 * noise:
        return None
    return Finding(
        "no progress",
        fatal=False,
        reason=f"The error has not fallen over the last {2 * width:,} examples and hardly any "
        "sum is right. Going on may still help; more hidden units, another learning rate or "
        "another seed may help sooner.",
    )


def _not_finite(weights: Weights) -> Finding | None:
    for name, array in weights._asdict().items():
        if not np.isfinite(array).all():
            return Finding(
                "not finite",
                fatal=True,
                reason=f"The weights {name} hold a value that is not a finite number, and it "
                "spreads to all others. Start again, or load other weights.",
            )
    return None


def _symmetric(weights: Weights) -> Finding | None:
    """Find units that are all alike: they get the same input, and the same blame, at every step.

    As long as their states are equal, only the sums of w_hh over columns and over rows count, and
    they are equal where the columns, and the rows, hold the same numbers in whatever order.
    """
    w_xh, w_hh, w_hy, b_h, _ = weights
    heard, told = np.sort(w_hh, axis=0), np.sort(w_hh, axis=1).T
    rows = np.vstack([w_xh, w_hy, b_h, heard, told])  # (2 H + 4, H), a column for each unit
    spread, scale = np.ptp(rows, axis=1), np.abs(rows).max(axis=1)
    if len(b_h) == 1 or (spread > ALIKE * scale).any():
        return None
    if (spread > ROUNDING * scale).any():
        return Finding(
            "symmetric",
            fatal=False,
            reason="All hidden units have nearly the same weights, so they learn nearly the same "
            "and differ only after very many examples. Random weights learn sooner.",
        )
    return Finding(
        "symmetric",
        fatal=True,
        reason="All hidden units have the same weights, so they always learn the same and can "
        "never differ, but for rounding: they are as good as one. Start with random weights.",
    )


def _saturated(outputs: Array, errors: Array, pull: float) -> Finding | None:
    """Find outputs that are stuck at 0 or 1, and not because all is learnt.

    pull: the learning rate times the number of weights that move an output
    """
    if not len(outputs) or errors.mean() < WRONG:
        return None
    slope = float(np.mean(outputs * (1 - outputs)))
    if slope >= STUCK:
        return None
    stuck = f"The outputs are stuck at 0 or 1 (the mean of o (1 - o) is {slope:.0e})"
    if slope * pull * outputs.shape[1] * LONGEST_RUN * FREED_SOONER < 1:
        return Finding(
            "saturated",
            fatal=True,
            reason=f"{stuck}, and no run lasts long enough to free them. Start again with a lower "
            "learning rate.",
        )
    return Finding(
        "saturated",
        fatal=False,
        reason=f"{stuck}, so hardly anything is learnt now. Going on may free them; a lower "
        "learning rate keeps them from it.",
    )
