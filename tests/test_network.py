"""The network, against a calculation by hand and the tutorial's own figures."""

import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from binadd import network
from binadd.network import Weights

GOLDEN = json.loads((Path(__file__).parent / "golden" / "seed0_every_100.json").read_text())


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


@given(st.floats(-700, 700))
def test_the_sigmoid_is_the_logistic_function(z):
    assert network.sigmoid(z) == pytest.approx(sigmoid(z), abs=3e-16)


@pytest.mark.parametrize(("z", "value"), [(1e308, 1), (-1e308, 0), (-800, 0), (0, 0.5)])
def test_the_sigmoid_overflows_for_no_finite_number(z, value):
    with np.errstate(all="raise", under="ignore"):
        assert network.sigmoid(z) == value


def test_two_steps_of_one_unit_agree_with_a_calculation_by_hand():
    weights = Weights(
        w_xh=np.array([[0.5], [-0.25]]),
        w_hh=np.array([[2.0]]),
        w_hy=np.array([1.5]),
        b_h=np.array([0.1]),
        b_y=np.array([-0.3]),
    )
    trace = network.forward(weights, np.array([[1.0, 0.0], [1.0, 1.0]]))
    first = sigmoid(0.5 + 0.1)
    second = sigmoid(0.5 - 0.25 + 2.0 * first + 0.1)
    assert trace.hidden == pytest.approx(np.array([[0], [first], [second]]), abs=1e-15)
    said = [sigmoid(1.5 * first - 0.3), sigmoid(1.5 * second - 0.3)]
    assert trace.outputs == pytest.approx(np.array(said), abs=1e-15)

    targets = np.array([0.0, 1.0])
    assert network.loss(trace, targets) == pytest.approx((said[0] ** 2 + (said[1] - 1) ** 2) / 2)

    slopes = [y * (1 - y) for y in said]
    d_output = [said[0] * slopes[0], (said[1] - 1) * slopes[1]]
    d_second = d_output[1] * 1.5 * second * (1 - second)
    d_first = (d_output[0] * 1.5 + d_second * 2.0) * first * (1 - first)
    gradient = network.backward(weights, trace, targets)
    assert gradient.w_xh == pytest.approx(np.array([[d_first + d_second], [d_second]]))
    assert gradient.w_hh == pytest.approx(np.array([[first * d_second]]))
    assert gradient.w_hy == pytest.approx(np.array([first * d_output[0] + second * d_output[1]]))
    assert gradient.b_h == pytest.approx(np.array([d_first + d_second]))
    assert gradient.b_y == pytest.approx(np.array([sum(d_output)]))


def test_the_first_weights_of_seed_0_give_the_tutorials_first_error():
    weights = network.initial_weights(np.random.RandomState(0), 16)
    a, b = 9, 60
    places = range(8)
    inputs = np.array([[a >> t & 1, b >> t & 1] for t in places], dtype=float)
    targets = np.array([(a + b) >> t & 1 for t in places], dtype=float)
    error = np.abs(targets - network.forward(weights, inputs).outputs).sum()
    assert error == pytest.approx(GOLDEN["every_100"][0][3], abs=1e-14)


def test_weights_begin_between_minus_one_and_one_and_biases_at_zero():
    weights = network.initial_weights(np.random.RandomState(3), 64)
    for matrix in (weights.w_xh, weights.w_hh, weights.w_hy):
        assert matrix.min() >= -1
        assert matrix.max() < 1
        assert matrix.std() == pytest.approx(1 / math.sqrt(3), rel=0.2)
    assert not weights.b_h.any()
    assert not weights.b_y.any()


@pytest.mark.parametrize("biases", [True, False])
def test_a_step_goes_against_the_gradient_and_biases_move_only_if_they_are_trained(biases):
    weights = network.initial_weights(np.random.RandomState(0), 2)
    ones = Weights(*(np.ones_like(array) for array in weights))
    stepped = network.descend(weights, ones, 0.5, biases)
    assert stepped.w_hh == pytest.approx(weights.w_hh - 0.5)
    assert stepped.b_h.tolist() == ([-0.5, -0.5] if biases else [0, 0])
    assert stepped.b_y.tolist() == ([-0.5] if biases else [0])


@pytest.mark.parametrize(
    ("name", "bad", "message"),
    [
        ("w_hh", np.full((3, 3), np.nan), r"w_hh must be finite, but holds nan at \[0, 0\]"),
        ("w_hy", np.array([0, np.inf, 0]), r"w_hy must be finite, but holds inf at \[1\]"),
        ("w_xh", np.zeros((3, 2)), r"w_xh must have the shape \(2, 3\), not \(3, 2\)"),
        ("b_y", np.zeros(1, dtype=np.float32), "b_y must hold float64 numbers, not float32"),
    ],
)
def test_weights_that_cannot_be_right_are_refused_by_name(name, bad, message):
    weights = network.initial_weights(np.random.RandomState(0), 3)
    assert network.checked(weights) is weights
    with pytest.raises(ValueError, match=message):
        network.checked(weights._replace(**{name: bad}))


def test_training_changes_the_weights_once_a_batch_against_the_mean_of_its_gradients():
    random = np.random.RandomState(0)
    weights = network.initial_weights(random, 3)
    examples = [(random.randint(2, size=(4, 2)) * 1.0, np.array([1.0, 0, 1, 0])) for _ in range(5)]
    said, known = zip(*network.train(weights, examples, alpha=0.5, batch=2), strict=True)
    gradients = [
        network.backward(before, network.forward(before, inputs), targets)
        for before, (inputs, targets) in zip([weights, weights, *known[1:4]], examples, strict=True)
    ]
    for at, after in enumerate(known):
        first = at // 2 * 2  # of the batch
        before = known[first - 1] if first else weights
        if at % 2 == 0:
            assert after is before  # also after the last example, whose batch is not whole
        else:
            step = 0.5 * (gradients[first].w_hh + gradients[first + 1].w_hh) / 2
            assert after.w_hh == pytest.approx(before.w_hh - step)
        assert np.array_equal(said[at].outputs, network.forward(before, examples[at][0]).outputs)
