"""A sweep for a page: quartiles of its curves, and sentences that follow from its numbers."""

import numpy as np
import pytest

from binadd.experiments.parameter_sweep import Sweep, quartiles, sweep
from binadd.experiments.plan import Plan
from binadd.in_parts import finish
from binadd.live.questions.comparison import compare, words

NEVER = np.inf


def found(perfect):
    """Make the result with the iterations until perfect, (A, S), of one size."""
    perfect = np.array([perfect], float)
    nothing = np.zeros(1)
    share = np.isfinite(perfect).mean(axis=2)
    right = np.ones((*perfect.shape, 1))
    return Sweep(nothing, right, perfect, quartiles(perfect), share, nothing, nothing, nothing)


def test_the_bands_are_the_quartiles_over_the_seeds():
    plan = Plan(seeds=(0, 1, 2), hidden=(4, 8), alphas=(1.0, 2.0), iterations=600, biases=True)
    result, told = sweep(plan), finish(compare(plan))
    bands = told["bands"].reshape(3, 2, 2, 6)
    assert np.array_equal(bands[1], np.median(result.right, axis=2))
    assert (bands[0] <= bands[1]).all()
    assert (bands[1] <= bands[2]).all()
    assert told["perfect"].shape == (12,)
    assert told["words"].startswith("Learning rate 1: ")


@pytest.mark.parametrize(
    ("perfect", "expected"),
    [
        (
            [[2_000, 3_000], [500, 700], [500, NEVER]],
            "Half of the networks are perfect after 2,000 iterations at 0.1, 500 iterations at 1, "
            "500 iterations at 3. The fastest learning rate here is 1. At 3, 50% of the networks "
            "are not within 5,000 iterations.",
        ),
        (
            [[NEVER, NEVER], [900, 900], [100, 200]],
            "Half of the networks are perfect after 900 iterations at 1, 100 iterations at 3. "
            "The fastest learning rate here is 3. At 0.1, 100% of the networks are not within "
            "5,000 iterations.",
        ),
        (3 * [[NEVER, NEVER]], "At no rate half of the networks are perfect in 5,000 iter"),
    ],
)
def test_of_learning_rates_the_fastest_is_named(perfect, expected):
    plan = Plan(seeds=(0, 1), hidden=(16,), alphas=(0.1, 1.0, 3.0), iterations=5_000)
    assert words(plan, found(perfect)).startswith(expected)


@pytest.mark.parametrize(
    ("perfect", "expected"),
    [
        (
            [3_000, 1_000, 2_000],
            "All 3 networks become perfect within 5,000 iterations: the quickest after 1,000, "
            "the slowest of them after 3,000, half of them after 2,000.",
        ),
        ([NEVER, 1_000, 2_000], "2 of 3 networks become perfect within 5,000 iterations: the "),
        (3 * [NEVER], "None of 3 networks is perfect within 5,000 iterations."),
    ],
)
def test_of_seeds_the_quickest_and_the_slowest_are_named(perfect, expected):
    plan = Plan(seeds=(0, 1, 2), hidden=(16,), iterations=5_000)
    assert words(plan, found([perfect])).startswith(expected)
