"""The presets side by side: the same seed trained with the settings of each, and what it brings.

Each network is trained as a run of its preset is, and all sums are tried at the same iterations
(see `curve`). In the end it is asked how long a carry it survives, and whether it is right for
numbers of any length.
"""

from collections.abc import Generator, Mapping
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from binadd import network
from binadd.experiments import learning_curve
from binadd.in_parts import finish, within
from binadd.judging.counterexample import CHAIN_BITS
from binadd.judging.proof import Proof, prove_in_parts
from binadd.judging.states import follow, says
from binadd.network import Array, Weights
from binadd.settings import PRESETS, Settings
from binadd.training.run import Run

TRAINING = 0.9  # share of the work that is training and evaluations; the rest is the proof


class Outcome(NamedTuple):
    """What became of one preset."""

    name: str
    settings: Settings
    evaluated: Array  # (E,) iterations after which all sums were tried
    exact: Array  # (E,) share of them that was right
    longest_carry: int  # bits; see `longest_carry`
    proof: Proof

    @property
    def perfect(self) -> float:
        """After how many iterations every sum was right and stayed so; infinity: never."""
        return learning_curve.Curve(self.evaluated, self.exact).perfect


def train(seed: int = 0, presets: Mapping[str, Settings] = PRESETS) -> list[Outcome]:
    """Do it all at once; see `train_in_parts`."""
    return finish(train_in_parts(seed, presets))


def train_in_parts(
    seed: int, presets: Mapping[str, Settings] = PRESETS
) -> Generator[float, None, list[Outcome]]:
    """Train every preset with that seed in short parts; yields the share of the work done."""
    outcomes = []
    for place, (name, preset) in enumerate(presets.items()):
        job = _outcome(name, replace(preset, seed=seed))
        share = within(job, place / len(presets), (place + 1) / len(presets))
        outcomes.append((yield from share))
    return outcomes


def _outcome(name: str, settings: Settings) -> Generator[float, None, Outcome]:
    run = Run(settings)
    curve = yield from within(learning_curve.of_run(run), 0, TRAINING)
    proof = yield from within(prove_in_parts(run.weights, trained=settings.bits), TRAINING, 1)
    return Outcome(name, settings, *curve, longest_carry(run.weights), proof)


def longest_carry(weights: Weights, most: int = CHAIN_BITS) -> int:
    """Over how many bits can a carry run, as in 0111 + 0001, and shorter ones too, all bits right?

    The carry is born at the lowest bit, handed on by pairs 1, 0, and written down at the end; no
    more than `most` bits are tried.
    """
    inputs = np.ones((most, 2))
    inputs[1:, 1] = 0
    trace = network.forward(weights, inputs)
    said = network.bits_said(trace.outputs)  # up to the end all bits are 0
    zeros = np.logical_and.accumulate(said == 0)
    ends = says(weights, follow(weights, trace.hidden[1:])[:, 0]) == 1  # the pair 0, 0 at the end
    wrong = np.flatnonzero(~(zeros & ends))
    return int(wrong[0]) if len(wrong) else most


# ---- in words ------------------------------------------------------------------------------------


def words(outcomes: list[Outcome]) -> str:
    """Say in two sentences when the networks were right, and how far that goes."""
    when = "; ".join(_when(outcome) for outcome in outcomes)
    far = "; ".join(_how_far(outcome) for outcome in outcomes)
    return f"{when}. {far[0].upper()}{far[1:]}."


def _when(outcome: Outcome) -> str:
    if np.isfinite(outcome.perfect):
        return f"“{outcome.name}” has every sum right after {outcome.perfect:,.0f} examples"
    share, count = outcome.exact[-1], outcome.settings.iterations
    return f"“{outcome.name}” has {share:.2%} of all sums right after {count:,} examples"


def _how_far(outcome: Outcome) -> str:
    name, carry = f"“{outcome.name}”", outcome.longest_carry
    if outcome.proof.verdict == "proved":
        return f"{name} is proved right for numbers of every length"
    survived = f"{name} survives carries over {'at least ' * (carry == CHAIN_BITS)}{carry:,} bits"
    if outcome.proof.failure:
        bit = outcome.proof.failure.wrong_bit
        return f"{survived}, and a wrong sum is known, first at bit {bit}"
    return f"{survived}, and neither a proof nor a wrong sum was found"
