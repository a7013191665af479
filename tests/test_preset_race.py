"""The presets side by side: when each is right, what it survives, and what is said of it."""

import math

import numpy as np
import pytest

from binadd.experiments import preset_race
from binadd.judging.addition import add
from binadd.judging.proof import prove
from binadd.settings import PRESETS, Settings
from binadd.training.curve import POINTS
from binadd.training.run import Run
from tests.trained import tutorial, untrained


@pytest.fixture(scope="module")
def outcomes():
    return preset_race.train(0)


def test_each_network_is_that_of_a_run_with_its_preset(outcomes):
    assert [outcome.name for outcome in outcomes] == list(PRESETS)
    old, new = outcomes
    assert old.evaluated[-1] == 10_000
    assert new.evaluated[-1] == 16_000
    assert old.longest_carry == preset_race.longest_carry(tutorial(0))
    assert new.proof.verdict == "proved"


def test_the_curves_are_exact_accuracies_and_end_with_every_sum_right(outcomes):
    for outcome in outcomes:
        assert len(outcome.exact) == len(outcome.evaluated) == POINTS
        assert outcome.exact[-1] == 1
        assert (outcome.exact[outcome.evaluated >= outcome.perfect] == 1).all()
    assert outcomes[1].perfect < outcomes[0].perfect / 3


def test_it_was_right_from_a_point_on_only_if_it_stayed_right(outcomes):
    evaluated = np.array([1.0, 2.0, 3.0])
    some = outcomes[0]._replace(evaluated=evaluated, exact=np.array([1, 0.5, 1]))
    assert some.perfect == 3
    assert some._replace(exact=np.array([1, 1, 0.5])).perfect == math.inf


@pytest.mark.parametrize("weights", [tutorial(0), tutorial(0, 20_000), untrained(0)])
def test_the_longest_carry_is_right_and_the_next_is_not(weights):
    longest = preset_race.longest_carry(weights)
    for bits in range(1, min(longest, 40) + 1):
        assert not len(add(weights, 2**bits - 1, 1, bits + 1).wrong)
    if longest < 1024:
        assert len(add(weights, 2 ** (longest + 1) - 1, 1, longest + 2).wrong)


def test_at_20_000_iterations_the_tutorials_network_survives_30_bits():
    assert preset_race.longest_carry(tutorial(0, 20_000)) == 30


def test_two_sentences_say_what_was_found(outcomes):
    old, new = outcomes
    assert preset_race.words(outcomes) == (
        f"“2015” has every sum right after {old.perfect:,.0f} examples; "
        f"“fixed” has every sum right after {new.perfect:,.0f} examples. "
        "“2015” survives carries over at least 1,024 bits, and neither a proof nor a wrong sum "
        "was found; “fixed” is proved right for numbers of every length."
    )


def test_a_wrong_sum_and_a_network_that_is_never_right_are_told():
    few = {"short": Settings(iterations=160)}
    (outcome,) = preset_race.train(0, few)
    assert outcome.perfect == math.inf
    said = preset_race.words([outcome])
    assert "of all sums right after 160 examples" in said
    assert "a wrong sum is known, first at bit" in said
    assert outcome.proof.failure == prove(trained(few["short"])).failure


def trained(settings):
    run = Run(settings)
    run.advance(settings.iterations)
    return run.weights
