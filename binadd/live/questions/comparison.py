"""A sweep for a page: its curves as quartiles over the seeds, and what it says in sentences."""

from collections.abc import Generator
from typing import Any

import numpy as np

from binadd.experiments import report
from binadd.experiments.parameter_sweep import Sweep, sweep_in_parts
from binadd.experiments.plan import Plan
from binadd.live.messages import plain
from binadd.network import Array

QUARTERS = 0.25, 0.5, 0.75


def compare(plan: Plan) -> Generator[float, None, dict[str, Any]]:
    """Do the sweep in parts; return it as plain data.

    bands: (3, H, A, E) quartiles over the seeds of the share of sums right
    """
    result = yield from sweep_in_parts(plan)
    bands = np.quantile(result.right, QUARTERS, axis=2)
    return {
        "evaluated": result.evaluated,
        "bands": plain(bands),
        "perfect": plain(result.perfect),
        "quartiles": plain(result.quartiles),
        "perfectShare": plain(result.perfect_share),
        "alone": result.alone,
        "words": words(plan, result),
    }


def words(plan: Plan, result: Sweep) -> str:
    """Say what was found: of sizes the tutorial's answer, else which rate or seed is best."""
    if len(plan.hidden) > 1:
        return "\n".join([report.words(plan, result), *report.fastest(plan, result)])
    perfect = result.perfect[0]  # (A, S)
    if len(plan.alphas) > 1:
        return _rates(plan, perfect, result.quartiles[0, :, 1])
    return _seeds(plan, perfect[0])


def _rates(plan: Plan, perfect: Array, medians: Array) -> str:
    learnt = np.isfinite(medians)
    if not learnt.any():
        return f"At no rate half of the networks are perfect in {plan.iterations:,} iterations."
    counts = [
        f"{median:,.0f} iterations at {alpha:g}"
        for alpha, median in zip(plan.alphas, medians, strict=True)
        if np.isfinite(median)
    ]
    # of rates that are equally fast, the one at which most networks learn
    shares = np.isfinite(perfect).mean(axis=1)
    best = min(range(len(medians)), key=lambda at: (medians[at], -shares[at]))
    sentences = [
        f"Half of the networks are perfect after {', '.join(counts)}.",
        f"The fastest learning rate here is {plan.alphas[best]:g}.",
    ]
    for alpha, share in zip(plan.alphas, shares, strict=True):
        if share < 1:
            missed = f"At {alpha:g}, {1 - share:.0%} of the networks are not"
            sentences.append(f"{missed} within {plan.iterations:,} iterations.")
    return " ".join(sentences)


def _seeds(plan: Plan, perfect: Array) -> str:
    count, finite = len(perfect), np.sort(perfect[np.isfinite(perfect)])
    if not len(finite):
        return f"None of {count} networks is perfect within {plan.iterations:,} iterations."
    who = f"All {count}" if len(finite) == count else f"{len(finite)} of {count}"
    return (
        f"{who} networks become perfect within {plan.iterations:,} iterations: "
        f"the quickest after {finite[0]:,.0f}, the slowest of them after {finite[-1]:,.0f}, "
        f"half of them after {finite[(len(finite) - 1) // 2]:,.0f}."
    )
