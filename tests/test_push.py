"""How hard an output's miss pushes: held against the formula and against differences."""

import numpy as np
import pytest

from binadd.inside import push


@pytest.mark.parametrize("truth", [0, 1])
def test_the_push_is_the_miss_times_the_slope_and_the_slope_of_the_loss(truth):
    inputs = np.linspace(-4, 4, 9)
    found = push.at_inputs(inputs, truth)
    outputs = 1 / (1 + np.exp(-inputs))
    assert found.pushes == pytest.approx((outputs - truth) * outputs * (1 - outputs))
    up, down = (0.5 * (1 / (1 + np.exp(-at)) - truth) ** 2 for at in (inputs + 1e-5, inputs - 1e-5))
    assert found.pushes == pytest.approx((up - down) / 2e-5, abs=1e-9)


def test_the_surely_wrong_is_pushed_a_twelfth_as_hard_as_the_undecided():
    undecided, sure = push.at_outputs(np.array([0.47, 0.99]), 0).pushes
    assert undecided == pytest.approx(0.117, abs=5e-4)
    assert sure == pytest.approx(0.0098, abs=5e-5)
    assert round(undecided / sure) == 12


@pytest.mark.parametrize("output", [0.0, 1.0, -0.5, float("nan")])
def test_an_output_that_no_sigmoid_gives_is_refused(output):
    with pytest.raises(ValueError, match="outputs must lie between 0 and 1, not be"):
        push.at_outputs(np.array([output]), 0)
