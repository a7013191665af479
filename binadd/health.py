"""Is the training still worth going on with? If not: why, and what to do about it."""

from typing import Literal, NamedTuple

import numpy as np

from binadd.network import Array, Weights

STUCK = 1e-4  # mean o (1 - o) below which the outputs are saturated; about 1/4 at the start
FEW_EXAMPLES = 50  # of fewer outputs and errors nothing is said
PATIENCE = 500.0  # learning rate times examples; no tutorial network that learns takes longer
LEAST_WINDOW = 2_000  # examples; means of fewer errors are too noisy to compare
HARDLY_ANY = 0.01  # the share of exact sums below which an unchanged error is no progress

Kind = Literal["not finite", "symmetric", "saturated", "no progress"]


class Finding(NamedTuple):
    """Something wrong with a network in training."""

    kind: Kind
    fatal: bool  # True: going on cannot help
    reason: str  # what is wrong and what to do, in sentences


def diagnose(weights: Weights, outputs: Array, errors: Array) -> Finding | None:
    """Judge a network by its weights and by the recent outputs (n, T) and errors (n,)."""
    return _not_finite(weights) or _symmetric(weights) or _saturated(outputs, errors)


def no_progress(errors: Array, exact: float, alpha: float) -> Finding | None:
    """Judge a run by all its errors (n,), the share of exact sums now, and its learning rate.

    A network may seem to sleep for thousands of examples and learn all at once thereafter, so
    this waits long, the longer the lower the learning rate, and is never fatal.
    """
    window = max(LEAST_WINDOW, round(PATIENCE / alpha))
    if len(errors) < 2 * window or exact >= HARDLY_ANY:
        return None
    earlier, recent = errors[-2 * window : -window], errors[-window:]
    noise = np.sqrt((earlier.var() + recent.var()) / window)
    if recent.mean() < earlier.mean() - 2 * noise:
        return None
    return Finding(
        "no progress",
        fatal=False,
        reason=f"The error has not fallen over the last {2 * window:,} examples and hardly any "
        "sum is right. Try more hidden units, another learning rate or another seed.",
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

    As long as their states are equal, only the sums of w_hh over columns and over rows count.
    """
    w_xh, w_hh, w_hy, b_h, _ = weights
    per_unit = np.stack([*w_xh, w_hy, b_h, w_hh.sum(axis=0), w_hh.sum(axis=1)])  # (6, H)
    if len(b_h) == 1 or np.ptp(per_unit, axis=1).max() > 1e-12 * np.abs(per_unit).max():
        return None
    return Finding(
        "symmetric",
        fatal=True,
        reason="All hidden units have the same weights, so they always learn the same and can "
        "never differ: they are as good as one. Start with random weights.",
    )


def _saturated(outputs: Array, errors: Array) -> Finding | None:
    """Find outputs that are stuck at 0 or 1, and not because all is learnt."""
    slope = float(np.mean(outputs * (1 - outputs))) if len(outputs) >= FEW_EXAMPLES else 1.0
    if slope >= STUCK or errors.mean() < 0.1:
        return None
    return Finding(
        "saturated",
        fatal=True,
        reason=f"The outputs are stuck at 0 or 1 (the mean of o (1 - o) is {slope:.0e}), so "
        "nothing more is learnt. Start again with a lower learning rate.",
    )
