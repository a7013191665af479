"""The network without a piece of its text: what it lacks, what it is, and how it learns."""

import inspect

import numpy as np
import pytest

from binadd import network
from binadd.experiments import edited
from binadd.in_parts import finish
from binadd.settings import Settings
from tests import readable

FEW = Settings(iterations=500)


def cross_entropy(weights, inputs, targets):
    outputs = network.forward(weights, inputs).outputs
    return -np.sum(targets * np.log(outputs) + (1 - targets) * np.log(1 - outputs))


def test_nothing_but_the_piece_is_gone():
    changed = edited.without(edited.SLOPE)
    weights, pairs = readable.start(0, 4, 8, 1)
    ((inputs, targets),) = edited.examples(pairs, 8)
    trace = network.forward(weights, inputs)
    assert np.array_equal(changed.forward(weights, inputs).outputs, trace.outputs)
    missed = changed.backward(weights, trace, targets)
    assert missed.b_y == pytest.approx(np.sum(trace.outputs - targets))
    assert "* outputs * (1 - outputs)" in inspect.getsource(network.backward)


def test_without_the_slope_it_is_the_gradient_of_the_cross_entropy():
    weights, pairs = readable.start(3, 4, 8, 1)
    ((inputs, targets),) = edited.examples(pairs, 8)
    trace = network.forward(weights, inputs)
    analytic = edited.without(edited.SLOPE).backward(weights, trace, targets)
    honest = network.backward(weights, trace, targets)
    for place, array in enumerate(weights):
        for index in np.ndindex(array.shape):
            step = np.zeros_like(array)
            step[index] = 1e-5
            up, down = (
                cross_entropy(weights._replace(**{weights._fields[place]: at}), inputs, targets)
                for at in (array + step, array - step)
            )
            assert analytic[place][index] == pytest.approx((up - down) / 2e-5, abs=1e-7)
    assert not np.allclose(analytic.w_hy, honest.w_hy, rtol=0.1)


@pytest.mark.parametrize("piece", ["no such piece", "weights"])
def test_a_piece_that_is_not_there_just_once_is_refused(piece):
    with pytest.raises(ValueError, match="times, not once"):
        edited.without(piece)


def test_both_learn_from_the_sums_of_the_run_from_its_weights():
    """With a piece that changes nothing, the second network is the first at a reader's pace."""
    shares = []
    honest, same = finish(
        edited.compare(FEW, piece=", to be read from top to bottom"), shares.append
    )
    assert np.array_equal(honest.evaluated, same.evaluated)
    assert np.array_equal(honest.exact, same.exact)
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_without_the_slope_all_sums_are_right_long_before():
    honest, changed = finish(edited.compare())
    assert len(honest.exact) == len(changed.exact) == 40
    assert 2 * changed.perfect < honest.perfect < 10_000
