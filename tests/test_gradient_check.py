"""Is a gradient right? Every mistake is found in its array, and what is right is never blamed."""

import numpy as np
import pytest

from binadd.trying.verdict import of_gradient
from tests.attempts import BLAME, OUTPUT_SLOPE, checked, wrong

SIGMOID = "return np.asarray(0.5 * (1.0 + np.tanh(0.5 * np.asarray(z))))"
THROUGH_STATES = ["w_xh", "w_hh", "b_h"]
ALL = ["w_xh", "w_hh", "w_hy", "b_h", "b_y"]
BUGS = {
    "blame from later deleted": ([(BLAME, "")], THROUGH_STATES),
    ".T forgotten": ([("w_hh.T", "w_hh")], THROUGH_STATES),
    "hidden slope forgotten": ([("blame * state * (1 - state)", "blame")], THROUGH_STATES),
    "slope of the state before": ([("state = hidden[t + 1]", "state = hidden[t]")], THROUGH_STATES),
    "output slope deleted": ([(OUTPUT_SLOPE, "")], ALL),
    "sign of the error": ([("(outputs - targets)", "(targets - outputs)")], ALL),
    "own output's blame deleted": ([("d_output[t] * weights.w_hy + ", "")], THROUGH_STATES),
    "states one step late": ([("hidden[:-1].T @ d_hidden", "hidden[1:].T @ d_hidden")], ["w_hh"]),
    "a matrix turned": ([("hidden[:-1].T @ d_hidden", "d_hidden.T @ hidden[:-1]")], ["w_hh"]),
    "outputs one step late": ([("hidden[1:].T @ d_output", "hidden[:-1].T @ d_output")], ["w_hy"]),
    "random feedback": (
        [("d_output[t] * weights.w_hy", "d_output[t] * np.cos(np.arange(units))")],
        THROUGH_STATES,
    ),
    "a bias of one step": ([("d_hidden.sum(axis=0)", "d_hidden[0]")], ["b_h"]),
    "half of the inputs": ([("inputs.T @ d_hidden", "inputs.T @ d_hidden / 2")], ["w_xh"]),
    "a mean in the place of a sum": (
        [("d_output.sum(keepdims=True)", "d_output.mean(keepdims=True)")],
        ["b_y"],
    ),
    "nothing": ([("hidden[1:].T @ d_output", "np.zeros(units)")], ["w_hy"]),
    "one unit": (
        [("    return Weights(\n", "    d_hidden[:, 3] += 1e-3\n    return Weights(\n")],
        THROUGH_STATES,
    ),
}
ACTIVATIONS = {  # what stands in the place of the sigmoid, and its slope where its value is h
    "tanh": ("return np.tanh(z)", "(1 - {0} ** 2)"),
    "relu": ("return np.maximum(z, 0.0)", "({0} > 0)"),
    "leaky relu": (
        "return np.where(np.asarray(z) > 0, z, 0.1 * np.asarray(z))",
        "np.where({0} > 0, 1, 0.1)",
    ),
    "softplus": ("return np.log1p(np.exp(z))", "(1 - np.exp(-{0}))"),
    "nothing": ("return np.asarray(z)", "np.ones_like({0})"),
}


@pytest.mark.parametrize("seed", range(100))
def test_the_right_gradient_is_never_blamed(seed):
    check = checked(seed=seed, hidden=1 + seed % 32, steps=1 + seed % 9)
    assert check.right, check
    assert not check.cross_entropy


@pytest.mark.parametrize("name", ACTIVATIONS)
@pytest.mark.parametrize("seed", range(6))
def test_nor_is_that_of_another_activation(name, seed):
    value, slope = ACTIVATIONS[name]
    edits = [
        (SIGMOID, value),
        (OUTPUT_SLOPE, f" * {slope.format('outputs')}"),
        ("blame * state * (1 - state)", f"blame * {slope.format('state')}"),
    ]
    assert checked(*edits, seed=seed).right
    with_the_slope_of_the_sigmoid = checked(edits[0], seed=seed)
    is_dead = np.isnan(with_the_slope_of_the_sigmoid.degrees)  # no unit is above zero
    assert with_the_slope_of_the_sigmoid.right == is_dead
    if is_dead:
        assert "nothing moves" in of_gradient(with_the_slope_of_the_sigmoid)


def test_nor_is_that_of_another_loss():
    loss = (
        "0.5 * np.sum((trace.outputs - targets) ** 2)",
        "np.sum((trace.outputs - targets) ** 4)",
    )
    assert wrong(checked(loss)) == ALL
    assert checked(loss, ("(outputs - targets) *", "4 * (outputs - targets) ** 3 *")).right


@pytest.mark.parametrize("name", BUGS)
@pytest.mark.parametrize("seed", range(5))
def test_a_mistake_is_found_and_the_right_arrays_are_named(name, seed):
    edits, arrays = BUGS[name]
    check = checked(*edits, seed=seed)
    assert wrong(check) == arrays
    words = of_gradient(check)
    blamed = words.split(";" if len(arrays) < len(ALL) else ". Worst")[0]
    assert [array for array in ALL if array in blamed] == arrays
    assert ("everything else is right" in words) == (len(arrays) < len(ALL))


def test_the_angle_is_the_one_between_both_directions():
    check = checked(BUGS["sign of the error"][0][0])
    assert [round(array.degrees) for array in check.arrays] == [180] * 5
    assert "goes uphill: 180 degrees off" in of_gradient(check)
    check = checked(BUGS["half of the inputs"][0][0])
    assert check.arrays[0].degrees < 1e-3
    assert check.arrays[0].length == pytest.approx(0.5)
    assert "w_xh points the right way, but is 0.5 times as long" in of_gradient(check)


def test_the_worst_entry_is_named_with_both_numbers():
    check = checked(
        ("        w_xh=", "        w_xh=np.eye(2, units) * 0.25 * np.eye(2)[:, 1:] + "), hidden=4
    )
    (array,) = [array for array in check.arrays if not array.right]
    assert array.worst.place == (1, 1)
    assert array.worst.said - array.worst.measured == pytest.approx(0.25, abs=1e-8)
    assert "Worst at w_xh[1, 1]: backward says " in of_gradient(check)


def test_the_gradient_of_the_cross_entropy_is_known():
    check = checked((OUTPUT_SLOPE, ""))
    assert check.cross_entropy
    assert "It is exactly the gradient of another loss, the cross-entropy." in of_gradient(check)
    assert not checked((OUTPUT_SLOPE, " * 0.25")).cross_entropy


def test_a_gradient_of_nothing_but_zeros_has_no_direction():
    zeros = (
        "    return Weights(\n        w_xh=",
        "    return Weights(*(0 * w for w in weights))\n    Weights(\n        w_xh=",
    )
    check = checked(zeros)
    assert np.isnan(check.degrees)
    assert "w_hy is all zero" in of_gradient(check)
    assert "It has no direction to go." in of_gradient(check)


def test_a_gradient_that_is_no_number_is_wrong():
    check = checked(("d_hidden.sum(axis=0)", "d_hidden.sum(axis=0) * np.nan"))
    assert wrong(check) == ["b_h"]
    assert "b_h holds what is no finite number" in of_gradient(check)


def test_a_measured_slope_is_wrong_where_forward_is_another_one():
    check = checked((" + hidden[t] @ w_hh", ""))
    assert "w_hh should be all zero" in of_gradient(check)
