"""Every challenge has a true answer; its goal is reached by its solution, not by what is loaded."""

import numpy as np
import pytest

from binadd.trying.challenge import edited
from binadd.trying.challenges import CHALLENGES
from binadd.trying.trial import Honest, Trial
from binadd.trying.verdict import all_right_from, is_sooner, judge
from binadd.trying.written import ours
from tests.attempts import OUTPUT_SLOPE, tried, usual

BY_NAME = {challenge.name: challenge for challenge in CHALLENGES}
REPAIRED = [name for name, challenge in BY_NAME.items() if challenge.solution == ()]


def exact(name):
    return tried(BY_NAME[name].loaded).points[-1].exact


def moved(trial, name):
    return bool(np.any(getattr(trial.start, name) != getattr(trial.weights, name)))


@pytest.mark.parametrize("name", BY_NAME)
def test_what_is_loaded_does_not_reach_the_goal_and_the_solution_does(name):
    challenge = BY_NAME[name]
    assert not challenge.reached(tried(challenge.loaded), usual())
    assert challenge.reached(tried(challenge.solution), usual())


def test_without_memory_an_eighth_is_left_the_sums_without_carries():
    assert exact("no-memory") == 2187 / 16384 == (3 / 4) ** 7
    a, b = np.divmod(np.arange(16384), 128)
    wrong = tried(BY_NAME["no-memory"].loaded).evaluation.wrong_map().ravel()
    assert np.array_equal(wrong == 0, (a & b) == 0)


def test_with_a_frozen_memory_about_a_third_is_right_though_the_gradient_is():
    trial = tried(BY_NAME["frozen-memory"].loaded)
    assert 0.2 < exact("frozen-memory") < 0.45
    assert trial.check.right
    assert not moved(trial, "w_hh")
    assert judge(trial, usual()).title == "The right gradient, but it hardly learns."


@pytest.mark.parametrize("name", ["no-future", "transpose"])
def test_a_gradient_that_is_somewhat_off_learns_nearly_as_well(name):
    assert 0.9 < exact(name) < 1
    assert "It goes downhill all the same" in judge(tried(BY_NAME[name].loaded), usual()).gradient


@pytest.mark.parametrize("name", ["hidden-slope", "own-slope"])
def test_without_the_right_slope_of_the_hidden_units_the_numbers_run_away(name):
    trial = tried(BY_NAME[name].loaded)
    assert "no longer finite" in str(trial.mistake)
    assert trial.iteration < 5_000


def test_uphill_every_bit_is_right_by_chance():
    trial = tried(BY_NAME["uphill"].loaded)
    assert trial.points[-1].exact < 0.001
    assert np.abs(trial.evaluation.per_bit - 0.5).max() < 0.01


def test_without_the_slope_of_the_outputs_it_is_sooner_though_not_the_gradient():
    better = tried(((OUTPUT_SLOPE, ""),))
    assert all_right_from(better.points) == 2_750
    words = judge(better, usual())
    assert words.title == "Not the gradient of this loss, and better for it."
    assert words.learning == "Every sum is right from 2,750 sums on, instead of 7,750."


def test_without_the_slope_of_the_hidden_units_it_is_not_sooner():
    assert not is_sooner(tried(BY_NAME["hidden-slope"].loaded), usual())


def test_biases_that_learn_make_it_sooner():
    trial = tried(BY_NAME["biases"].solution)
    assert is_sooner(trial, usual())
    assert trial.check.right


def test_an_empty_backward_is_all_zero_and_learns_nothing():
    trial = tried(BY_NAME["write-backward"].loaded)
    assert judge(trial, usual()).gradient.startswith("w_xh is all zero, w_hh is all zero, w_hy is")
    assert all(point.exact == trial.points[0].exact for point in trial.points)


def test_a_goal_is_reached_by_what_it_does_however_it_is_written():
    other = tried(
        (
            ("weights.w_hh.T", "np.transpose(weights.w_hh)"),
            ("state * (1 - state)", "(state - state**2)"),
        )
    )
    assert all(BY_NAME[name].reached(other, usual()) for name in REPAIRED)
    assert not BY_NAME["better"].reached(other, usual())
    assert not BY_NAME["own-slope"].reached(other, usual())
    assert not BY_NAME["biases"].reached(other, usual())


def test_a_trial_that_failed_reaches_nothing():
    failed, beside = Trial("", usual_settings := tried().settings), usual()
    for _ in failed.work():
        pass
    assert failed.mistake
    assert not any(each.reached(failed, beside) for each in CHALLENGES)
    assert not any(each.reached(Trial("", usual_settings), Honest((), None)) for each in CHALLENGES)


def test_every_challenge_says_what_it_needs_to():
    assert len(BY_NAME) == len(CHALLENGES)
    for each in CHALLENGES:
        assert 0 <= each.truth < len(each.choices)
        assert each.hints
        assert all(text.strip() for text in (each.title, each.asks, each.goal, *each.choices))
    assert edited(()) == ours()
    with pytest.raises(ValueError, match="our text has 2 times 'sigmoid\\(hidden'|0 times"):
        edited((("no such words", ""),))
