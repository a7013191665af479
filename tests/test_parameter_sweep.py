"""Many networks compared: each has the numbers it would have alone."""

import time
from itertools import count

import numpy as np
import pytest

from binadd.experiments.cohort import ALMOST, STREAK
from binadd.experiments.parameter_sweep import quartiles, sweep, sweep_in_parts
from binadd.experiments.pieces import cut
from binadd.experiments.plan import Plan
from binadd.in_parts import finish
from binadd.judging.evaluation import evaluate
from binadd.settings import Settings
from binadd.training.run import Run

FAST = Plan(seeds=(0, 1, 2), hidden=(8, 16), alphas=(1.0, 2.0), biases=True, iterations=2_500)


@pytest.fixture(scope="module")
def result():
    return sweep(FAST)


def alone(plan, hidden, alpha, seed):
    """Train one network by itself: the share of all sums right after each `every` iterations."""
    run = Run(Settings(plan.bits, hidden, alpha, plan.iterations, seed, plan.biases))
    for _ in range(plan.iterations // plan.every):
        run.advance(plan.every)
        yield evaluate(run.weights, plan.bits).exact


def perfect_after(plan, shares):
    """Apply the definition to a whole curve."""
    perfect = [share == 1 for share in shares]
    for place in range(len(perfect) - STREAK + 1):
        if all(perfect[place : place + STREAK]):
            return (place + 1) * plan.every
    return np.inf


@pytest.mark.parametrize(
    "plan",
    [
        Plan(seeds=(0, 5), hidden=(16,), alphas=(0.1,), iterations=9_000, every=200),
        Plan(seeds=(3,), hidden=(6, 12), alphas=(0.5,), biases=True, iterations=3_000),
        Plan(seeds=(1, 2), hidden=(16,), alphas=(0.3,), bits=5, iterations=5_000, every=130),
    ],
)
def test_every_network_becomes_perfect_when_it_would_alone(plan):
    result = sweep(plan)
    for row, units in enumerate(plan.hidden):
        for place, seed in enumerate(plan.seeds):
            shares = list(alone(plan, units, plan.alphas[0], seed))
            after = perfect_after(plan, shares)
            assert result.perfect[row, 0, place] == after
            drawn = result.right[row, 0, place]
            last = min(len(drawn), after // plan.every - 1 + STREAK)
            for point in range(int(last)):
                assert (drawn[point] == 1) == (shares[point] == 1)
                assert drawn[point] == pytest.approx(shares[point], abs=0.15)  # a sample of 200
            assert (drawn[int(last) :] == 1).all()


def test_the_same_median_as_was_measured_for_thirty_seeds_before():
    plan = Plan(seeds=tuple(range(30)), hidden=(16,), iterations=12_500)
    assert sweep(plan).quartiles[0, 0, 1] == 6_900


def test_a_summary_counts_those_that_never_learn_as_last():
    perfect = np.array([[300.0, np.inf, 100.0, 200.0], [np.inf, np.inf, np.inf, 700.0]])
    assert quartiles(perfect).tolist() == [[100, 200, 300], [700, np.inf, np.inf]]
    assert quartiles(np.array([5.0])).tolist() == [5, 5, 5]
    assert quartiles(np.arange(1.0, 31)).tolist() == [8, 15, 23]


def test_the_arrays_have_an_axis_for_sizes_one_for_rates_and_one_for_seeds(result):
    assert result.evaluated.tolist() == list(range(100, 2_501, 100))
    assert result.right.shape == (2, 2, 3, 25)
    assert result.perfect.shape == (2, 2, 3)
    assert result.quartiles.shape == (2, 2, 3)
    assert np.array_equal(result.perfect_share, np.isfinite(result.perfect).mean(axis=2))
    assert result.seconds.shape == result.trained.shape == result.alone.shape == (2,)
    assert (result.trained <= 6 * 2_500).all()
    curves = result.right[np.isfinite(result.right)]
    assert ((curves <= ALMOST) | (curves == 1)).all()


def test_a_network_that_is_perfect_leaves_and_costs_nothing_more(result):
    stayed = np.minimum(result.perfect + (STREAK - 1) * FAST.every, FAST.iterations)
    assert np.array_equal(result.trained, stayed.sum(axis=(1, 2)))


@pytest.mark.parametrize("most", [1, 2, 5])
def test_more_networks_than_fit_side_by_side_change_nothing(monkeypatch, result, most):
    monkeypatch.setattr("binadd.experiments.parameter_sweep.cut", lambda plan: cut(plan, most))
    again = sweep(FAST)
    assert np.array_equal(again.right, result.right, equal_nan=True)
    assert np.array_equal(again.perfect, result.perfect)
    assert np.array_equal(again.trained, result.trained)


def test_the_work_comes_in_short_parts_and_can_be_dropped_at_any():
    plan = Plan(seeds=tuple(range(64)), hidden=(16,), iterations=1_000)
    parts = sweep_in_parts(plan)
    took, shares = [], []
    for _ in range(150):
        start = time.thread_time()  # of the processor: others may have it in between
        shares.append(next(parts))
        took.append(time.thread_time() - start)
    parts.close()
    assert np.median(took) < 0.02
    assert shares == sorted(shares)
    assert 0 <= shares[0] < shares[-1] < 1


def test_seconds_are_those_of_the_training():
    ticks = count()
    parts = sweep_in_parts(
        Plan(seeds=(0,), hidden=(1,), iterations=128, every=64), lambda: next(ticks)
    )
    result = finish(parts)
    assert result.seconds.tolist() == [2.0]  # two parts of 64 iterations, a tick each
    assert result.alone.tolist() == [1 / 16]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"seeds": ()}, "seed must be given, each value once"),
        ({"hidden": (4, 4)}, "hidden units must be given, each value once"),
        ({"hidden": (65,)}, "hidden units must be a whole number from 1 to 64, not 65"),
        ({"alphas": (0.1, 0.0)}, "learning rate must be a number from 0.000001 to 100, not 0"),
        ({"seeds": (-1,)}, "seed must be a whole number from 0 to"),
        ({"biases": 1}, "biases must be yes or no, not 1"),
        ({"bits": 17}, "bits must be a whole number from 2 to 16, not 17"),
        ({"iterations": -1}, "iterations must be a whole number from 0 to"),
        ({"iterations": 99}, "the number of evaluations, all networks together, must be a whole"),
        ({"every": 0}, "iterations between evaluations must be a whole number from 1 to 10,000"),
        ({"seeds": tuple(range(1001))}, "the number of networks must be a whole number from 1"),
        ({"iterations": 10_000_000, "every": 1}, "the number of evaluations, all networks"),
    ],
)
def test_an_impossible_plan_is_refused(changes, message):
    with pytest.raises(ValueError, match=message):
        Plan(**changes)
