"""Weights that have not been trained come back to the last bit, the smallest and -0.0 too."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from binadd.fast.engine import Engine
from binadd.network import Weights
from binadd.saving import npz_file
from binadd.saving.npz_file import Saved
from binadd.settings import Settings
from binadd.training.run import Run

SMALLEST = float(np.nextafter(0, 1))
NUMBERS = st.one_of(
    st.floats(allow_nan=False, allow_infinity=False),
    st.floats(-1e-307, 1e-307),
    st.sampled_from([0.0, -0.0, SMALLEST, -SMALLEST, 3 * SMALLEST]),
)


@st.composite
def networks(draw, numbers=NUMBERS):
    units = draw(st.integers(1, 4))
    shapes = (2, units), (units, units), (units,), (units,), (1,)
    sizes = [int(np.prod(shape)) for shape in shapes]
    many = [st.lists(numbers, min_size=n, max_size=n) for n in sizes]
    return Weights(*(np.array(draw(m)).reshape(s) for m, s in zip(many, shapes, strict=True)))


def bytes_of(weights):
    return [array.tobytes() for array in weights]


@settings(deadline=None)
@given(networks())
def test_saved_after_no_iterations_a_network_is_the_one_that_was_loaded(weights):
    chosen = Settings(hidden=len(weights.b_h), iterations=0)
    run = Run.resume(chosen, weights, 5)
    assert bytes_of(run.weights) == bytes_of(weights)
    saved = npz_file.to_bytes(Saved(run.weights, chosen, run.iteration))
    assert bytes_of(npz_file.from_bytes(saved, "w").weights) == bytes_of(weights)
    run.go_to(5)
    assert bytes_of(run.weights) == bytes_of(run.again().weights) == bytes_of(weights)


SMALL = st.one_of(st.floats(-9, 9), st.sampled_from([-0.0, SMALLEST, -SMALLEST]))


@settings(deadline=None)
@given(networks(SMALL))
def test_biases_that_do_not_learn_keep_their_very_values(weights):
    engine = Engine(weights, 4, 0.1)
    engine.train(np.array([[1, 2], [3, 4]]))
    assert bytes_of(engine.weights[3:]) == bytes_of(weights[3:])


def test_what_is_handed_out_is_a_copy():
    engine = Engine(Weights(*map(np.ones, ((2, 1), (1, 1), 1, 1, 1))), 4, 0.1)
    engine.weights.w_xh[0] = 7
    assert engine.weights.w_xh[0] == 1


def test_the_numbers_that_training_goes_on_with_are_those_that_were_saved():
    run = Run(Settings())
    run.advance(100)
    again = Run.resume(run.settings, run.weights, 100)
    assert np.array_equal(again.advance(100).errors, run.advance(100).errors)
