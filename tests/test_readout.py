import numpy as np
import pytest

from binadd.inside.readout import Reading, read_out
from binadd.network import Array, Weights, forward
from tests.trained import fixed, handmade, tutorial, untrained

BITS = 4


def every_step(weights: Weights) -> tuple[Array, Array, Array]:
    """The state after every step of every sum, and its carry and sum bit, one by one."""
    states, carries, sums = [], [], []
    for a in range(1 << (BITS - 1)):
        for b in range(1 << (BITS - 1)):
            inputs = [[a >> place & 1, b >> place & 1] for place in range(BITS)]
            states.append(forward(weights, np.array(inputs, dtype=float)).hidden[1:])
            for place in range(BITS):
                modulus = 2 << place
                carries.append((a % modulus + b % modulus) // modulus)
                sums.append((a + b) >> place & 1)
    return np.concatenate(states), np.array(carries), np.array(sums)


def readings(weights: Weights) -> list[tuple[Reading, Array, Array]]:
    states, carries, sums = every_step(weights)
    found = read_out(weights, BITS)
    return [(found.carry, states, carries), (found.sum_bit, states, sums)]


@pytest.mark.parametrize("iterations", [0, 4_000, 10_000])
def test_accuracies_are_those_of_every_step_of_every_sum(iterations: int) -> None:
    for reading, states, truth in readings(tutorial(0, iterations)):
        assert reading.chance == pytest.approx(max(truth.mean(), 1 - truth.mean()))
        above = states > reading.thresholds
        said = np.where(reading.rising, above, ~above)
        assert reading.accuracies == pytest.approx((said == truth[:, None]).mean(axis=0))
        said_by_all = states @ reading.weights + reading.intercept > 0
        assert reading.accuracy == pytest.approx((said_by_all == truth).mean())


@pytest.mark.parametrize("iterations", [0, 4_000, 10_000])
def test_no_threshold_is_better(iterations: int) -> None:
    for reading, states, truth in readings(tutorial(1, iterations)):
        assert 0 < reading.rising.sum() < 16
        for unit in range(16):
            values = np.unique(np.round(states[:, unit], 12))
            tried = np.concatenate([[-1.0], (values[1:] + values[:-1]) / 2, [2.0]])
            right = [((states[:, unit] > threshold) == truth).mean() for threshold in tried]
            best = max(*right, 1 - min(right))
            assert reading.accuracies[unit] == pytest.approx(best)


@pytest.mark.parametrize("iterations", [0, 10_000])
def test_the_weighted_sum_is_the_one_of_least_squares(iterations: int) -> None:
    for reading, states, truth in readings(tutorial(2, iterations)):

        def squares(reading: Reading, states: Array = states, truth: Array = truth) -> float:
            return float(
                np.sum((states @ reading.weights + reading.intercept - 2 * truth + 1) ** 2)
            )

        design = np.concatenate([states, np.ones((len(states), 1))], axis=1)
        least = np.linalg.lstsq(design, 2.0 * truth - 1, rcond=None)[1]
        assert squares(reading) == pytest.approx(float(least[0]), rel=1e-6)


def test_the_unit_made_for_the_carry_is_found() -> None:
    carry, sum_bit = read_out(handmade(), 8)
    assert carry.accuracies[0] == 1  # by a hair, between 0.99995 and 1
    assert carry.gaps[0] < 1e-4
    assert carry.best_unit == 1
    assert carry.rising[1]
    assert carry.thresholds[1] == pytest.approx(0.5, abs=0.01)
    assert carry.gaps[1] > 0.99
    assert carry.accuracies[1] == carry.accuracy == sum_bit.accuracy == 1


@pytest.mark.parametrize("seed", range(4))
def test_training_teaches_the_sum_bit_more_than_the_carry(seed: int) -> None:
    before, after = read_out(untrained(seed), 8), read_out(tutorial(seed), 8)
    assert after.carry.accuracy > 0.999
    assert after.sum_bit.accuracy > 0.999
    assert before.carry.accuracy > 0.9
    assert before.sum_bit.accuracy < 0.7


def test_no_single_unit_of_a_trained_network_tells_the_sum_bit() -> None:
    for weights in (tutorial(0), fixed(0)):
        assert read_out(weights, 8).sum_bit.accuracies.max() < 0.9


def test_identical_units_share_the_weight_and_are_no_obstacle() -> None:
    made = handmade()
    twice = [0, 0, 1, 2]
    doubled = Weights(
        made.w_xh[:, twice],
        made.w_hh[twice][:, twice],
        made.w_hy[twice],
        made.b_h[twice],
        made.b_y,
    )
    carry = read_out(doubled, 6).carry
    assert carry.accuracy == 1
    assert carry.weights[0] == pytest.approx(carry.weights[1])


def test_units_that_never_move_tell_no_more_than_chance() -> None:
    still = Weights(*(np.zeros_like(array) for array in untrained(0)))
    for reading in read_out(still, 8):
        assert reading.accuracies == pytest.approx(np.full(16, reading.chance))
        assert reading.accuracy == pytest.approx(reading.chance)
