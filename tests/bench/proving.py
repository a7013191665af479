"""How many seeds of the preset "fixed" are right and proved, and what the checker says of them."""

import time
from collections import Counter
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from binadd.judging import certificate, checker
from binadd.judging.evaluation import evaluate
from binadd.judging.proof import prove
from binadd.settings import PRESETS
from binadd.training.run import Run

SEEDS = range(200)


class Proved(NamedTuple):
    """Of all seeds: how many are right on all sums of 8 bits, the verdicts, and seconds."""

    seeds: int
    right: int
    proved: int
    fails: int
    checked: int  # certificates that the checker accepts
    seconds: float  # of a proof, the median
    slowest: float
    check_seconds: float  # of the checker, the median


def measure(seeds: range = SEEDS) -> Proved:
    """Train, prove and check every seed."""
    verdicts: Counter[str] = Counter()
    right, checked = 0, 0
    proving, checking = [], []
    for seed in seeds:
        run = Run(replace(PRESETS["fixed"], seed=seed))
        run.advance(run.settings.iterations)
        right += evaluate(run.weights, run.settings.bits).exact == 1
        start = time.perf_counter()
        proof = prove(run.weights, trained=run.settings.bits)
        proving.append(time.perf_counter() - start)
        verdicts[proof.verdict] += 1
        if proof.certified:
            text = certificate.text(run.weights, proof.certified)
            start = time.perf_counter()
            checker.check_text(text)  # raises Refused
            checking.append(time.perf_counter() - start)
            checked += 1
    return Proved(
        len(seeds), int(right), verdicts["proved"], verdicts["fails"], checked,
        float(np.median(proving)), max(proving), float(np.median(checking)),
    )  # fmt: skip


def markdown(found: Proved) -> str:
    """Write the counts in a table."""
    return "\n".join(
        [
            f'The preset "fixed", seeds 0 to {found.seeds - 1}.',
            "",
            "| right | proved | refuted | certificates accepted | proof | slowest | check |",
            "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
            f"| {found.right} | {found.proved} | {found.fails} | {found.checked} "
            f"| {found.seconds:.3f} s | {found.slowest:.1f} s | {found.check_seconds:.2f} s |",
        ]
    )
