"""The sentences about a sweep follow from its numbers."""

import numpy as np
import pytest

from binadd.findings import rows, text, words
from binadd.plan import Plan
from binadd.sweep import Sweep, quartiles, sweep

NEVER = np.inf


def found(plan, iterations, cost):
    """Make the result in which all seeds are alike."""
    perfect = np.repeat(np.array(iterations, float).reshape(len(plan.hidden), -1, 1), 3, axis=2)
    costs = np.array(cost, float)
    return Sweep(
        evaluated=np.array([100.0]),
        right=np.ones((*perfect.shape, 1)),
        perfect=perfect,
        quartiles=quartiles(perfect),
        perfect_share=np.isfinite(perfect).mean(axis=2),
        seconds=costs * 1e-5,
        trained=np.full(len(costs), 20.0),
        alone=costs * 1e-6,
    )


@pytest.mark.parametrize(
    ("hidden", "iterations", "cost", "expected"),
    [
        (
            (2, 8, 16, 32, 64),
            (NEVER, 10_500, 6_900, 6_000, 6_200),
            (1, 1, 1, 2, 4),
            "half of the networks are perfect after 10,500 with 8, 6,900 with 16, 6,000 with 32 "
            "and 6,200 with 64 hidden units, with 2 units not within 20,000 iterations. More "
            "units need fewer iterations up to 32; in time, 16 are fastest.",
        ),
        (
            (8, 4),
            (500, 1_000),
            (9, 3),
            "half of the networks are perfect after 1,000 with 4 and 500 with 8 hidden units. "
            "More units need fewer iterations; in time, 4 are fastest.",
        ),
        (
            (4, 8),
            (1_000, 2_000),
            (1, 1),
            "half of the networks are perfect after 1,000 with 4 and 2,000 with 8 hidden units. "
            "More units need more iterations; in time, 4 are fastest.",
        ),
        (
            (4, 8),
            (1_000, 1_000),
            (1, 1),
            "half of the networks are perfect after 1,000 with 4 and 1,000 with 8 hidden units. "
            "More units need about as many; in time, 4 are fastest.",
        ),
        (
            (4, 8, 16),
            (1_000, 2_000, 500),
            (1, 1, 1),
            "half of the networks are perfect after 1,000 with 4, 2,000 with 8 and 500 with 16 "
            "hidden units. 16 units need the fewest iterations; in time, 16 are fastest.",
        ),
        (
            (16,),
            (6_900,),
            (1,),
            "half of the networks are perfect after 6,900 with 16 hidden units.",
        ),
        (
            (2, 3),
            (NEVER, NEVER),
            (1, 1),
            "half of the networks become perfect with 2 and 3 units not within 20,000 iterations.",
        ),
    ],
)
def test_the_answer_follows_from_the_medians(hidden, iterations, cost, expected):
    plan = Plan(seeds=(0, 1, 2), hidden=hidden)
    assert words(plan, found(plan, iterations, cost)) == f"Learning rate 0.1: {expected}"


def test_there_is_a_sentence_for_each_learning_rate():
    plan = Plan(seeds=(0, 1, 2), hidden=(4,), alphas=(0.1, 1.0))
    lines = words(plan, found(plan, [[700, NEVER]], (1,))).splitlines()
    assert [line.split(":")[0] for line in lines] == ["Learning rate 0.1", "Learning rate 1"]


def test_the_table_has_a_line_for_each_size_and_rate():
    plan = Plan(seeds=(0, 1, 2), hidden=(4, 16), alphas=(0.1, 1.0))
    shown = text(plan, found(plan, [[12_300, NEVER], [700, 600]], (1, 2)))
    assert [line.split() for line in shown.splitlines()[1:]] == [
        ["4", "0.1", "100%", "12,300", "12,300", "12,300", "1.0", "0.5"],
        ["4", "1", "0%", "never", "never", "never", "1.0", "0.5"],
        ["16", "0.1", "100%", "700", "700", "700", "2.0", "1.0"],
        ["16", "1", "100%", "600", "600", "600", "2.0", "1.0"],
    ]


def test_the_rows_hold_every_network_with_its_curve():
    plan = Plan(seeds=(4, 7), hidden=(8,), alphas=(1.0,), biases=True, iterations=1_000, every=500)
    head, *networks = rows(plan, sweep(plan))
    assert head == ["hidden", "alpha", "seed", "perfect after", "right at 500", "right at 1000"]
    assert [row[:4] for row in networks] == [["8", "1.0", "4", ""], ["8", "1.0", "7", ""]]
    assert all(0 <= float(share) <= 1 for row in networks for share in row[4:])
