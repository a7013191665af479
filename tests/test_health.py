import numpy as np
import pytest

from binadd.engine import Engine
from binadd.evaluation import evaluate
from binadd.health import diagnose, no_progress
from binadd.network import Weights, forward, initial_weights
from tests.trained import fixed, tutorial, untrained


def run(
    weights: Weights, examples: int, alpha: float, biases: bool = False
) -> tuple[Weights, np.ndarray, np.ndarray]:
    """Train, and return the weights after, all outputs and all errors."""
    engine = Engine(weights, 8, alpha, biases)
    pairs = np.random.RandomState(9).randint(0, 128, size=(examples, 2), dtype=np.int64)
    outputs, errors = engine.train(pairs)
    return engine.weights, outputs, errors


@pytest.mark.parametrize("seed", range(5))
def test_a_network_that_learns_is_healthy(seed: int) -> None:
    assert diagnose(*run(untrained(seed), 200, 0.1)) is None
    assert diagnose(*run(tutorial(seed), 200, 0.1)) is None
    assert diagnose(*run(fixed(seed), 200, 2.0, biases=True)) is None


def test_before_the_first_example_there_is_nothing_to_find() -> None:
    assert diagnose(untrained(0), np.empty((0, 8)), np.empty(0)) is None


@pytest.mark.parametrize("alpha", [10.0, 100.0])
def test_much_too_high_a_learning_rate_saturates(alpha: float) -> None:
    weights, outputs, errors = run(untrained(0), 300, alpha)
    finding = diagnose(weights, outputs[-100:], errors[-100:])
    assert finding is not None
    assert (finding.kind, finding.fatal) == ("saturated", True)
    assert "lower learning rate" in finding.reason
    later = run(weights, 300, alpha)[2]
    assert later.mean() > 3.5  # indeed nothing was learnt


def test_certain_outputs_that_are_right_are_no_illness() -> None:
    sure = fixed(0)._replace(w_hy=fixed(0).w_hy * 40, b_y=fixed(0).b_y * 40)
    weights, outputs, errors = run(sure, 100, 1e-6)
    assert np.mean(outputs * (1 - outputs)) < 1e-4
    assert diagnose(weights, outputs, errors) is None


def test_few_outputs_are_not_judged() -> None:
    outputs, errors = np.ones((49, 8)), np.full(49, 4.0)
    assert diagnose(untrained(0), outputs, errors) is None
    finding = diagnose(untrained(0), np.ones((50, 8)), np.full(50, 4.0))
    assert finding is not None
    assert finding.kind == "saturated"


def alike(value: float) -> Weights:
    return Weights(*(np.full_like(array, value) for array in untrained(0)))


@pytest.mark.parametrize("value", [0.0, 0.3, -2.0])
def test_units_that_start_alike_are_found_and_stay_alike(value: float) -> None:
    weights, outputs, errors = run(alike(value), 500, 0.1)
    for network in (alike(value), weights):
        finding = diagnose(network, outputs, errors)
        assert finding is not None
        assert (finding.kind, finding.fatal) == ("symmetric", True)
    states = forward(weights, np.array([[1, 1], [0, 1], [1, 0]], dtype=float)).hidden
    assert np.ptp(states, axis=1).max() < 1e-12


@pytest.mark.parametrize("name", ["w_xh", "w_hh", "w_hy", "b_h"])
def test_one_weight_is_enough_to_make_units_differ(name: str) -> None:
    array = getattr(alike(0.3), name)
    array[(0,) * array.ndim] += 0.01
    start = alike(0.3)._replace(**{name: array})
    weights, outputs, errors = run(start, 500, 0.1)
    assert diagnose(start, outputs, errors) is None
    states = forward(weights, np.array([[1, 1], [0, 1], [1, 0]], dtype=float)).hidden
    assert np.ptp(states, axis=1).max() > 1e-6  # and indeed they do


def test_units_that_hand_on_blame_differently_come_apart() -> None:
    w_hh = alike(0.3).w_hh
    w_hh[0] += 0.1
    w_hh[1] -= 0.1  # every unit still receives the same, but the first two send differently
    start = alike(0.3)._replace(w_hh=w_hh)
    states = forward(start, np.array([[1, 1], [0, 1]], dtype=float)).hidden
    assert np.ptp(states, axis=1).max() < 1e-12
    weights, outputs, errors = run(start, 500, 0.1)
    assert diagnose(start, outputs, errors) is None
    states = forward(weights, np.array([[1, 1], [0, 1]], dtype=float)).hidden
    assert np.ptp(states, axis=1).max() > 1e-6


def test_a_single_unit_is_not_called_symmetric() -> None:
    assert diagnose(*run(initial_weights(np.random.RandomState(0), 1), 100, 0.1)) is None


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_weights_that_are_not_finite_are_found_by_name(value: float) -> None:
    w_hh = untrained(0).w_hh
    w_hh[3, 4] = value
    finding = diagnose(untrained(0)._replace(w_hh=w_hh), np.empty((0, 8)), np.empty(0))
    assert finding is not None
    assert (finding.kind, finding.fatal) == ("not finite", True)
    assert "w_hh" in finding.reason


# ---- progress ------------------------------------------------------------------------------------


def test_one_hidden_unit_makes_no_progress() -> None:
    weights, _, errors = run(initial_weights(np.random.RandomState(2), 1), 10_000, 0.1)
    exact = evaluate(weights, 8).exact
    finding = no_progress(errors, exact, 0.1)
    assert finding is not None
    assert (finding.kind, finding.fatal) == ("no progress", False)
    assert "the last 10,000 examples" in finding.reason


@pytest.mark.parametrize("seed", range(8))
def test_the_long_plateau_of_the_tutorial_is_never_called_no_progress(seed: int) -> None:
    random = np.random.RandomState(seed)
    engine, errors = Engine(initial_weights(random, 16), 8, 0.1), np.empty(0)
    for _ in range(13):
        answers = engine.train(random.randint(0, 128, size=(1_000, 2), dtype=np.int64))
        errors = np.concatenate([errors, answers.errors])
        assert no_progress(errors, exact=0.0, alpha=0.1) is None, len(errors)


def test_a_low_learning_rate_is_given_more_time() -> None:
    flat = 4 + 0.1 * np.random.RandomState(0).standard_normal(100_000)
    assert no_progress(flat[:99_999], exact=0.0, alpha=0.01) is None
    assert no_progress(flat, exact=0.0, alpha=0.01) is not None
    assert no_progress(flat[:10_000], exact=0.0, alpha=0.1) is not None


def test_an_error_that_falls_or_sums_that_are_right_are_progress() -> None:
    noise = 0.3 * np.random.RandomState(0).standard_normal(10_000)
    assert no_progress(4 + noise, exact=0.0, alpha=0.1) is not None
    assert no_progress(4 + noise - np.linspace(0, 0.1, 10_000), exact=0.0, alpha=0.1) is None
    assert no_progress(4 + noise, exact=0.02, alpha=0.1) is None
