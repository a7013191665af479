"""The sentences about a sweep follow from its numbers."""

import numpy as np
import pytest

from binadd.experiments.parameter_sweep import Sweep, quartiles, sweep
from binadd.experiments.plan import Plan
from binadd.experiments.report import fastest, rows, text, times, words

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
            "units need fewer iterations up to 32.",
        ),
        (
            (8, 4),
            (500, 1_000),
            (9, 3),
            "half of the networks are perfect after 1,000 with 4 and 500 with 8 hidden units. "
            "More units need fewer iterations.",
        ),
        (
            (4, 8),
            (1_000, 2_000),
            (1, 1),
            "half of the networks are perfect after 1,000 with 4 and 2,000 with 8 hidden units. "
            "More units need more iterations.",
        ),
        (
            (4, 8),
            (1_000, 1_000),
            (1, 1),
            "half of the networks are perfect after 1,000 with 4 and 1,000 with 8 hidden units. "
            "More units need about as many.",
        ),
        (
            (4, 8, 16),
            (1_000, 2_000, 500),
            (1, 1, 1),
            "half of the networks are perfect after 1,000 with 4, 2,000 with 8 and 500 with 16 "
            "hidden units. 16 units need the fewest iterations.",
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


@pytest.mark.parametrize(
    ("hidden", "iterations", "cost", "best"),
    [
        ((2, 8, 16, 32, 64), (NEVER, 10_500, 6_900, 6_000, 6_200), (1, 1, 1, 2, 4), 16),
        ((8, 4), (500, 1_000), (9, 3), 4),
        ((4, 8, 16), (1_000, 2_000, 500), (1, 1, 1), 16),
        ((4, 8), (1_000, 1_000), (1, 1), 4),
        ((16,), (6_900,), (1,), None),
        ((2, 3), (NEVER, NEVER), (1, 1), None),
    ],
)
def test_in_time_the_product_with_the_cost_decides_if_there_is_a_choice(
    hidden, iterations, cost, best
):
    plan = Plan(seeds=(0, 1, 2), hidden=hidden)
    told = f"Learning rate 0.1: in time, as measured here, {best} units are fastest."
    assert [*fastest(plan, found(plan, iterations, cost))] == ([told] if best else [])


def test_nothing_but_the_times_depends_on_what_was_measured():
    plan = Plan(seeds=(0, 1, 2), hidden=(4, 8))
    one, other = (found(plan, (1_000, 700), cost) for cost in ((1, 1), (1, 90)))
    assert text(plan, one) == text(plan, other)
    assert words(plan, one) == words(plan, other)
    assert [*rows(plan, one)] == [*rows(plan, other)]
    assert times(plan, one) != times(plan, other)


def test_the_times_say_that_they_were_measured_and_have_a_line_for_each_size():
    plan = Plan(seeds=(0, 1, 2), hidden=(4, 16))
    head, columns, *lines, last = times(plan, found(plan, (900, 700), (1, 2))).splitlines()
    assert head.startswith("Measured here and now, and not the same anywhere else")
    assert columns.split() == ["hidden", "alone", "together"]
    assert [line.split() for line in lines] == [["4", "1.0", "0.5"], ["16", "2.0", "1.0"]]
    assert last.endswith("4 units are fastest.")


def test_there_is_a_sentence_for_each_learning_rate():
    plan = Plan(seeds=(0, 1, 2), hidden=(4,), alphas=(0.1, 1.0))
    lines = words(plan, found(plan, [[700, NEVER]], (1,))).splitlines()
    assert [line.split(":")[0] for line in lines] == ["Learning rate 0.1", "Learning rate 1"]


def test_the_table_has_a_line_for_each_size_and_rate():
    plan = Plan(seeds=(0, 1, 2), hidden=(4, 16), alphas=(0.1, 1.0))
    shown = text(plan, found(plan, [[12_300, NEVER], [700, 600]], (1, 2)))
    assert [line.split() for line in shown.splitlines()[1:]] == [
        ["4", "0.1", "100%", "12,300", "12,300", "12,300"],
        ["4", "1", "0%", "never", "never", "never"],
        ["16", "0.1", "100%", "700", "700", "700"],
        ["16", "1", "100%", "600", "600", "600"],
    ]


def test_the_rows_hold_every_network_with_its_curve():
    plan = Plan(seeds=(4, 7), hidden=(8,), alphas=(1.0,), biases=True, iterations=1_000, every=500)
    head, *networks = rows(plan, sweep(plan))
    assert head == ["hidden", "alpha", "seed", "perfect after", "right at 500", "right at 1000"]
    assert [row[:4] for row in networks] == [["8", "1.0", "4", ""], ["8", "1.0", "7", ""]]
    assert all(0 <= float(share) <= 1 for row in networks for share in row[4:])
