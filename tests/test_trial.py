"""Somebody else's network is trained as ours is, and measured as it is."""

import numpy as np
import pytest

from binadd.in_parts import finish
from binadd.judging.evaluation import evaluate
from binadd.settings import Settings
from binadd.training.run import Run
from binadd.trying.own_accuracy import OwnAccuracy
from binadd.trying.verdict import all_right_from, judge
from binadd.trying.written import Written, ours
from tests.attempts import SHORT, trial_of, tried, usual
from tests.trained import fixed, tutorial


def test_our_own_functions_learn_what_ours_do_to_the_digit():
    trial, beside = tried(), usual()
    assert trial.points == list(beside.points)
    run = Run(Settings())
    run.advance(10_000)
    for array, own in zip(trial.weights, run.weights, strict=True):
        assert np.allclose(array, own, rtol=0, atol=1e-10)
    assert trial.evaluation.exact == 1
    verdict = judge(trial, beside)
    assert verdict.title == "The right gradient, and it learns as ours does."
    assert verdict.learning == "Every sum is right from 7,750 sums on, as with the honest network."


@pytest.mark.parametrize(
    "settings",
    [
        Settings(bits=4, hidden=5, iterations=400, seed=3, biases=True, alpha=0.5),
        Settings(bits=6, hidden=3, iterations=500, seed=1, batch=7),
        Settings(bits=11, hidden=2, iterations=100),
        Settings(bits=3, hidden=1, iterations=0),
    ],
)
def test_so_they_do_with_other_settings(settings):
    trial, beside = trial_of(ours(), settings), usual(settings)
    assert trial.mistake is None
    at, exact, _ = zip(*trial.points, strict=True)
    assert list(at) == [point.iteration for point in beside.points]
    if settings.bits <= 9:
        assert list(exact) == [point.exact for point in beside.points]
    assert trial.points[-1].exact == beside.points[-1].exact


def test_the_sums_are_the_same_whatever_the_weights_are_drawn_from():
    other = ours().replace("2 * random.random_sample(hidden) - 1", "0.1 * np.ones(hidden)")
    changed = other.replace(
        "    w_xh, w_hh, w_hy, b_h, b_y = weights\n",
        "    print(inputs[0])\n    w_xh, w_hh, w_hy, b_h, b_y = weights\n",
    )
    plain = ours().replace(
        "    w_xh, w_hh, w_hy, b_h, b_y = weights\n",
        "    print(inputs[0])\n    w_xh, w_hh, w_hy, b_h, b_y = weights\n",
    )
    assert trial_of(changed).printed == trial_of(plain).printed


@pytest.mark.parametrize("weights", [tutorial(0, 5_500), fixed(0)])
def test_all_sums_are_tried_where_forward_is_known_and_else_a_sample(weights):
    known = OwnAccuracy(Written(ours()), 8)
    assert known.quickly(weights) == (evaluate(weights, 8).exact, True)
    text = ours().replace("hidden[1:] @ w_hy + b_y", "hidden[1:] @ w_hy + b_y + 0.25 * (steps > 7)")
    other = OwnAccuracy(Written(text), 8)
    share, all_sums = other.quickly(weights)
    assert not all_sums
    moved = weights._replace(b_y=weights.b_y + 0.25)
    assert abs(share - evaluate(moved, 8).exact) < 0.1


def test_a_forward_of_its_own_is_asked_for_every_sum_in_the_end():
    text = ours().replace("hidden[1:] @ w_hy + b_y", "hidden[1:] @ w_hy + b_y + 0.25 * (steps > 3)")
    written, weights = Written(text), tutorial(0, 5_500)
    done = finish(OwnAccuracy(written, 5).wholly(weights))
    moved = evaluate(weights._replace(b_y=weights.b_y + 0.25), 5)
    assert np.array_equal(done.right, moved.right)
    assert done.all_pairs


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("hidden[t + 1] = sigmoid(", "hidden[t + 1] = np.tanh("),
        (" + hidden[t] @ w_hh", ""),
        (
            "return np.asarray(0.5 * (1.0 + np.tanh(0.5 * np.asarray(z))))",
            "return np.maximum(z, 0)",
        ),
    ],
)
def test_what_is_counted_on_the_tree_is_what_forward_says_sum_by_sum(before, after):
    written, weights = Written(ours().replace(before, after)), tutorial(0, 5_500)
    accuracy = OwnAccuracy(written, 5)
    tree = accuracy._on_tree(weights)
    assert tree is not None
    rows = [accuracy._asked(weights, row) for row in range(len(tree))]
    assert np.array_equal(tree, rows)


def test_a_sigmoid_that_takes_one_number_only_is_no_hindrance():
    text = ours().replace(
        "return np.asarray(0.5 * (1.0 + np.tanh(0.5 * np.asarray(z))))",
        "assert np.ndim(z) == 1\n    return 0.5 * (1.0 + np.tanh(0.5 * z))",
    )
    trial = trial_of(text)
    assert trial.mistake is None
    assert trial.points[-1].exact == usual(SHORT).points[-1].exact
    assert not trial.points[0].all_sums


def test_all_right_from_is_the_first_point_after_which_nothing_is_wrong_again():
    points = usual().points
    assert all_right_from(points) == 7_750
    assert [point.iteration for point in points if point.exact == 1][0] == 7_000
    assert all_right_from(points[:5]) is None
    assert all_right_from(points[-1:]) == 10_000
