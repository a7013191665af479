"""Networks trained side by side have the numbers that each would have alone."""

import numpy as np
import pytest

from binadd.fast.engine import Engine
from binadd.fast.lockstep import Lockstep, draw
from binadd.network import initial_weights


def randoms_and_weights(seeds, hidden=16):
    randoms = [np.random.RandomState(seed) for seed in seeds]
    return randoms, [initial_weights(random, hidden) for random in randoms]


@pytest.mark.parametrize("biases", [False, True])
@pytest.mark.parametrize(
    ("networks", "hidden", "bits"), [(1, 16, 8), (5, 16, 8), (3, 1, 2), (2, 7, 64)]
)
def test_each_network_learns_as_it_would_alone(networks, hidden, bits, biases):
    randoms, weights = randoms_and_weights(range(networks), hidden)
    alphas = [0.1 + 0.05 * number for number in range(networks)]
    lockstep = Lockstep(weights, bits, alphas, biases)
    pairs = draw(randoms, 60, bits)
    errors = np.concatenate([lockstep.train(part) for part in np.split(pairs, [7, 30])])
    for number, alpha in enumerate(alphas):
        alone = Engine(weights[number], bits, alpha, biases)
        answers = alone.train(pairs[:, number])
        assert errors[:, number] == pytest.approx(answers.errors, rel=0, abs=1e-10)
        for ours, theirs in zip(lockstep.weights(number), alone.weights, strict=True):
            assert ours == pytest.approx(theirs, rel=0, abs=1e-10)


@pytest.mark.parametrize("hidden", [1, 4, 7, 16, 33, 64])
@pytest.mark.parametrize("together", [1, 2, 3, 16, 64])
def test_how_many_are_side_by_side_changes_no_bit(together, hidden):
    few, many = (
        Lockstep(weights, 8, [1.0 + seed / 64 for seed in range(len(weights))], biases=True)
        for randoms, weights in (randoms_and_weights(range(n), hidden) for n in (together, 64))
    )
    few.train(draw(randoms_and_weights(range(together), hidden)[0], 40, 8))
    many.train(draw(randoms_and_weights(range(64), hidden)[0], 40, 8))
    for number in range(together):
        for ours, theirs in zip(few.weights(number), many.weights(number), strict=True):
            assert np.array_equal(ours, theirs)


def test_sums_are_drawn_from_the_stream_that_each_network_has_alone():
    together = draw(randoms_and_weights([3, 4])[0], 5, bits=8)
    for number, seed in enumerate([3, 4]):
        (random,), _ = randoms_and_weights([seed])
        assert together[:, number].tolist() == random.randint(128, size=(5, 2)).tolist()


def test_given_weights_stay_as_they_are():
    randoms, weights = randoms_and_weights([0, 1])
    kept = weights[0].w_hh.copy()
    Lockstep(weights, 8, [0.1, 0.1]).train(draw(randoms, 5, 8))
    assert np.array_equal(weights[0].w_hh, kept)


def test_networks_of_different_sizes_are_refused():
    weights = [*randoms_and_weights([0], 4)[1], *randoms_and_weights([0], 8)[1]]
    with pytest.raises(ValueError, match=r"one size, not of sizes \[4, 8\]"):
        Lockstep(weights, 8, [0.1, 0.1])


def test_a_missing_learning_rate_is_refused():
    with pytest.raises(ValueError, match="alphas must be 2 numbers, not 1"):
        Lockstep(randoms_and_weights([0, 1])[1], 8, [0.1])


def test_no_network_at_all_is_refused():
    with pytest.raises(ValueError, match=r"one size, not of sizes \[\]"):
        Lockstep([], 8, [])


@pytest.mark.parametrize("bits", [1, 65])
def test_sums_too_narrow_or_too_wide_are_refused(bits):
    with pytest.raises(ValueError, match=f"bits must be from 2 to 64, not {bits}"):
        Lockstep(randoms_and_weights([0])[1], bits, [0.1])
