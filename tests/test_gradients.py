"""Back-propagation through time, proved by central differences for every single weight."""

import numpy as np
import pytest

from binadd import network
from binadd.network import Weights

STEP = 1e-5


def example(seed, hidden, steps):
    random = np.random.RandomState(seed)
    weights = network.initial_weights(random, hidden)
    weights = weights._replace(b_h=random.uniform(-1, 1, hidden), b_y=random.uniform(-1, 1, 1))
    inputs = random.randint(2, size=(steps, 2)).astype(float)
    return weights, inputs, random.randint(2, size=steps).astype(float)


def numeric_gradient(weights, inputs, targets, step=STEP):
    """The slope of the loss along every weight, measured."""

    def slope(array, index):
        losses = []
        before = array[index]
        for moved in (before + step, before - step):
            array[index] = moved
            losses.append(network.loss(network.forward(weights, inputs), targets))
        array[index] = before
        return (losses[0] - losses[1]) / (2 * step)

    return Weights(
        *(
            np.array([slope(array, index) for index in np.ndindex(array.shape)]).reshape(
                array.shape
            )
            for array in weights
        )
    )


def disagreements(analytic, numeric):
    """One line for every weight where the two differ, both numbers shown."""
    return [
        f"{name}{list(index)}: analytic {a[index]:.9g}, numeric {n[index]:.9g}"
        for name, a, n in zip(Weights._fields, analytic, numeric, strict=True)
        for index in np.ndindex(a.shape)
        if abs(a[index] - n[index]) > 1e-8 * max(1, abs(n[index]))
    ]


@pytest.mark.parametrize(
    ("seed", "hidden", "steps"), [(0, 16, 8), (1, 1, 1), (2, 3, 20), (3, 5, 2)]
)
def test_every_weight_agrees_with_its_measured_slope(seed, hidden, steps):
    weights, inputs, targets = example(seed, hidden, steps)
    gradient = network.backward(weights, network.forward(weights, inputs), targets)
    assert disagreements(gradient, numeric_gradient(weights, inputs, targets)) == []


def test_a_gradient_that_forgets_the_future_is_found_out():
    weights, inputs, targets = example(0, 16, 8)
    trace = network.forward(weights, inputs)
    blind = weights._replace(w_hh=np.zeros_like(weights.w_hh))  # nothing flows back in time
    found = disagreements(
        network.backward(blind, trace, targets), numeric_gradient(weights, inputs, targets)
    )
    assert any(line.startswith("w_hh") for line in found)


def test_a_step_that_is_too_wide_is_found_out():
    weights, inputs, targets = example(0, 16, 8)
    gradient = network.backward(weights, network.forward(weights, inputs), targets)
    assert disagreements(gradient, numeric_gradient(weights, inputs, targets, step=0.3))
