import numpy as np
import pytest

from binadd.fast.engine import Engine
from binadd.fast.lockstep import Lockstep, draw
from binadd.network import Weights, forward, initial_weights
from binadd.training.health import STUCK, WRONG, diagnose, no_progress
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
    assert diagnose(*run(untrained(seed), 200, 0.1), 0.1) is None
    assert diagnose(*run(tutorial(seed), 200, 0.1), 0.1) is None
    assert diagnose(*run(fixed(seed), 200, 2.0, biases=True), 2.0) is None


def test_before_the_first_example_there_is_nothing_to_find() -> None:
    assert diagnose(untrained(0), np.empty((0, 8)), np.empty(0), 0.1) is None


def test_much_too_high_a_learning_rate_saturates_for_good() -> None:
    weights, outputs, errors = run(untrained(0), 300, 100.0)
    finding = diagnose(weights, outputs[-200:], errors[-200:], 100.0)
    assert finding is not None
    assert (finding.kind, finding.fatal) == ("saturated", True)
    assert "lower learning rate" in finding.reason
    assert run(weights, 20_000, 100.0)[2].mean() > 3.5  # indeed nothing was learnt


def test_outputs_that_may_come_loose_are_warned_of_and_some_do() -> None:
    random = np.random.RandomState(0)
    engine = Engine(initial_weights(random, 16), 8, 10.0)
    slopes = []
    for _ in range(25):
        pairs = random.randint(0, 128, size=(200, 2), dtype=np.int64)
        outputs, errors = engine.train(pairs)
        finding = diagnose(engine.weights, outputs, errors, 10.0)
        assert finding is None or (finding.kind, finding.fatal) == ("saturated", False)
        slopes.append((outputs * (1 - outputs)).mean())
    assert min(slopes) < 1e-5  # stuck, and after some thousand examples ...
    assert slopes[-1] > 0.01  # ... as loose as any


@pytest.mark.parametrize(("alpha", "biases"), [(3.0, True), (10.0, False), (20.0, True)])
def test_none_of_those_called_hopeless_came_loose(alpha: float, biases: bool) -> None:
    """And none that was stuck came loose in less than a quarter of the time estimated."""
    randoms = [np.random.RandomState(seed) for seed in range(24)]
    start = [initial_weights(random, 16) for random in randoms]
    nets = Lockstep(start, 8, [alpha] * 24, biases)
    slopes, errors, called = [], [], []
    for _ in range(40):
        outputs, missed = nets._calls.run(draw(randoms, 200, 8)[:, :, None])
        slopes.append((outputs * (1 - outputs)).mean(axis=(0, 1, 3)))
        errors.append(missed[..., 0].mean(axis=0))
        found = (
            diagnose(nets.weights(s), outputs[..., s, 0], missed[:, s, 0], alpha) for s in range(24)
        )
        called.append([finding is not None and finding.fatal for finding in found])
    by_look = zip(slopes, errors, called, strict=True)
    for look, (slope, error, fatal) in enumerate(by_look):
        for s in range(24):
            loose = np.flatnonzero(np.array(slopes)[look:, s] > 0.01)
            if not len(loose) or not (slope[s] < STUCK and error[s] >= WRONG):
                continue
            assert not fatal[s]
            assert 200 * loose[0] > 0.25 / (alpha * slope[s] * 8 * 17)


def test_certain_outputs_that_are_right_are_no_illness() -> None:
    sure = fixed(0)._replace(w_hy=fixed(0).w_hy * 40, b_y=fixed(0).b_y * 40)
    weights, outputs, errors = run(sure, 100, 1e-6)
    assert np.mean(outputs * (1 - outputs)) < 1e-4
    assert diagnose(weights, outputs, errors, 1e-6) is None


def alike(value: float, hidden: int = 16) -> Weights:
    return Weights(*(np.full_like(array, value) for array in untrained(0, hidden)))


@pytest.mark.parametrize("value", [0.0, 0.3, -2.0])
def test_units_that_start_alike_are_found_and_stay_alike(value: float) -> None:
    weights, outputs, errors = run(alike(value), 500, 0.1)
    for network in (alike(value), weights):
        finding = diagnose(network, outputs, errors, 0.1)
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
    assert diagnose(start, outputs, errors, 0.1) is None
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
    assert diagnose(start, outputs, errors, 0.1) is None
    states = forward(weights, np.array([[1, 1], [0, 1]], dtype=float)).hidden
    assert np.ptp(states, axis=1).max() > 1e-6


def test_units_that_hear_the_same_numbers_in_another_order_are_alike() -> None:
    circle = np.array([np.roll([0.5, -1.0, 0.25, 2.0], by) for by in range(4)])
    ones = np.full(4, 0.3)
    start = Weights(np.stack([ones, -ones]), circle, ones, ones, ones[:1])
    finding = diagnose(start, np.empty((0, 8)), np.empty(0), 0.1)
    assert finding is not None
    assert (finding.kind, finding.fatal) == ("symmetric", True)


def test_units_that_are_only_nearly_alike_are_warned_of_for_they_can_part() -> None:
    start = alike(0.3, hidden=2)
    start.w_hy[0] += 1e-12
    weights, outputs, errors = run(start, 12_000, 2.0, biases=True)
    finding = diagnose(start, outputs[:0], errors[:0], 2.0)
    assert finding is not None
    assert (finding.kind, finding.fatal) == ("symmetric", False)
    states = forward(weights, np.array([[1, 1], [0, 1]], dtype=float)).hidden
    assert np.ptp(states, axis=1).max() > 1e-6  # and indeed they do


@pytest.mark.parametrize("name", ["w_xh", "w_hh", "w_hy", "b_h"])
def test_one_huge_array_does_not_hide_how_the_others_differ(name: str) -> None:
    huge = np.full_like(getattr(untrained(0), name), 1e13)
    network = untrained(0)._replace(**{name: huge})
    assert diagnose(network, np.empty((0, 8)), np.empty(0), 0.1) is None


def test_a_single_unit_is_not_called_symmetric() -> None:
    assert diagnose(*run(initial_weights(np.random.RandomState(0), 1), 100, 0.1), 0.1) is None


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_weights_that_are_not_finite_are_found_by_name(value: float) -> None:
    w_hh = untrained(0).w_hh
    w_hh[3, 4] = value
    finding = diagnose(untrained(0)._replace(w_hh=w_hh), np.empty((0, 8)), np.empty(0), 0.1)
    assert finding is not None
    assert (finding.kind, finding.fatal) == ("not finite", True)
    assert "w_hh" in finding.reason


# ---- progress ------------------------------------------------------------------------------------

NEVER, SOMETIMES = np.zeros(100_000, dtype=bool), np.arange(100_000) % 50 == 0  # right


def test_one_hidden_unit_makes_no_progress() -> None:
    _, _, errors = run(initial_weights(np.random.RandomState(2), 1), 10_000, 0.1)
    finding = no_progress(errors, NEVER[:10_000], 0.1)
    assert finding is not None
    assert (finding.kind, finding.fatal) == ("no progress", False)
    assert "the last 10,000 examples" in finding.reason
    assert "Going on may still help" in finding.reason


@pytest.mark.parametrize("seed", range(8))
def test_the_long_plateau_of_the_tutorial_is_never_called_no_progress(seed: int) -> None:
    random = np.random.RandomState(seed)
    engine, errors = Engine(initial_weights(random, 16), 8, 0.1), np.empty(0)
    for _ in range(13):
        answers = engine.train(random.randint(0, 128, size=(1_000, 2), dtype=np.int64))
        errors = np.concatenate([errors, answers.errors])
        assert no_progress(errors, NEVER[: len(errors)], 0.1) is None, len(errors)


def test_a_low_learning_rate_is_given_more_time() -> None:
    flat = 4 + 0.1 * np.random.RandomState(0).standard_normal(100_000)
    assert no_progress(flat[:99_999], NEVER[:99_999], 0.01) is None
    assert no_progress(flat, NEVER, 0.01) is not None
    assert no_progress(flat[:10_000], NEVER[:10_000], 0.1) is not None


def test_an_error_that_falls_or_sums_that_are_right_are_progress() -> None:
    noise = 0.3 * np.random.RandomState(0).standard_normal(10_000)
    never, sometimes = NEVER[:10_000], SOMETIMES[:10_000]
    assert no_progress(4 + noise, never, 0.1) is not None
    assert no_progress(4 + noise - np.linspace(0, 0.1, 10_000), never, 0.1) is None
    assert no_progress(4 + noise, sometimes, 0.1) is None
