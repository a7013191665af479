"""The edges of what may be asked for: each has an answer, none a surprise."""

import numpy as np
import pytest

from binadd import network
from binadd.fast.engine import Engine
from binadd.judging.addition import add
from binadd.judging.evaluation import evaluate
from binadd.live.session import Session
from binadd.network import Weights, initial_weights
from binadd.settings import Settings
from binadd.training.run import Run


def of_constants(value, hidden=4):
    drawn = initial_weights(np.random.RandomState(0), hidden)
    return Weights(*(np.full_like(array, value) for array in drawn))


def resumed_events(weights):
    """What a session tells that goes on with these weights."""
    events = []
    session = Session(lambda kind, **content: events.append((kind, content)))
    session._begin(Run.resume(Settings(hidden=4), weights, 0), id=0)
    session.obey({"type": "train"})
    for _ in range(40):
        session.work()
        session.obey({"type": "take"})
    return events


def test_one_hidden_unit_trains_though_it_learns_little():
    run = Run(Settings(hidden=1))
    errors = run.advance(2000).errors
    assert np.isfinite(errors).all()
    assert evaluate(run.weights, 8).exact < 0.15


@pytest.mark.parametrize("bits", [2, 64])
def test_the_narrowest_and_the_widest_sums_that_numpy_can_hold_can_be_learnt_from(bits):
    random = np.random.RandomState(0)
    engine = Engine(initial_weights(random, 4), bits, 0.1)
    most = 2 ** (bits - 1)
    pairs = np.array([[most - 1, most - 1], [0, most - 1], [1, 0]], dtype=np.int64)
    answers = engine.train(pairs)
    assert answers.outputs.shape == (3, bits)
    assert np.isfinite(answers.errors).all()
    result = evaluate(engine.weights, bits)
    assert result.right.shape[1] == bits


def test_64_bits_are_more_than_the_settings_allow_and_they_say_so():
    with pytest.raises(ValueError, match="bits must be a whole number from 2 to 16, not 64"):
        Settings(bits=64)


def test_a_tiny_learning_rate_hardly_moves_the_weights():
    run = Run(Settings(alpha=1e-6))
    before = run.weights
    run.advance(100)
    moved = np.abs(run.weights.w_hh - before.w_hh).max()
    assert 0 < moved < 1e-4


def test_a_huge_learning_rate_freezes_the_network_but_makes_no_nan():
    run = Run(Settings(alpha=100.0))
    assert np.isfinite(run.advance(500).errors).all()
    network.checked(run.weights)


@pytest.mark.parametrize("alpha", [0.0, -0.1, float("nan"), float("inf")])
def test_a_learning_rate_of_zero_or_less_or_no_number_is_refused(alpha):
    with pytest.raises(ValueError, match="learning rate must be a number from 0.000001 to 100"):
        Settings(alpha=alpha)


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_weights_that_are_no_numbers_never_get_into_a_run(bad):
    with pytest.raises(ValueError, match="w_xh must be finite"):
        Run.resume(Settings(hidden=4), of_constants(bad), 0)


@pytest.mark.parametrize("value", [0.0, 0.7])
def test_weights_that_are_all_alike_are_reported_for_they_can_never_differ(value):
    warnings = [
        content for kind, content in resumed_events(of_constants(value)) if kind == "warning"
    ]
    assert [(w["finding"], w["fatal"]) for w in warnings] == [("symmetric", True)]


def test_no_iterations_leave_the_weights_as_they_were_drawn():
    run = Run(Settings(iterations=0))
    assert len(run.advance(0).errors) == 0
    drawn = initial_weights(np.random.RandomState(0), 16)
    assert np.array_equal(run.weights.w_hh, drawn.w_hh)


def test_ten_million_iterations_may_be_asked_for_and_one_more_may_not():
    assert Settings(iterations=10_000_000).iterations == 10_000_000
    with pytest.raises(ValueError, match="iterations must be .* to 10,000,000, not 10000001"):
        Settings(iterations=10_000_001)


@pytest.mark.parametrize("seed", [0, 2**32 - 1])
def test_the_seeds_at_both_ends_of_their_range_work(seed):
    assert np.isfinite(Run(Settings(seed=seed)).advance(10).errors).all()


def test_a_sum_of_4096_bits_is_no_trouble():
    run = Run(Settings(biases=True, alpha=2.0))
    run.advance(2000)
    number = 2**4095 - 1
    asked = add(run.weights, number, 1, 8)
    assert asked.width == 4096
    assert len(asked.wrong) == 0
