"""Weights and examples go into the arrays as they should, and weights come out again."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from binadd.fast import packing
from tests import readable


@given(st.integers(0, 99), st.integers(1, 9))
def test_weights_come_out_of_the_matrix_as_they_went_in(seed, hidden):
    weights, _ = readable.start(seed, hidden, 8, 0, biases_from=1.0)
    for before, after in zip(weights, packing.unpack(packing.pack(weights)), strict=True):
        assert np.array_equal(before, after)
        assert before.shape == after.shape


def test_lessons_hold_the_doubled_bits_the_constant_and_the_targets_two_steps_later():
    inputs_a, inputs_b, ones, targets = packing.lessons(np.array([[[1, 3]]]), bits=3)[0, :, :, 0].T
    assert inputs_a.tolist() == [2, 0, 0, 0, 0]
    assert inputs_b.tolist() == [2, 2, 0, 0, 0]
    assert ones.tolist() == [1, 1, 1, 1, 1]
    assert targets.tolist() == [0, 0, -1, -1, 1]


@pytest.mark.parametrize("pair", [(128, 0), (0, -1), (3, 1 << 62)])
def test_numbers_whose_sum_might_not_fit_are_refused(pair):
    with pytest.raises(ValueError, match=r"pairs must hold numbers from 0 to 2\*\*7 - 1"):
        packing.lessons(np.array([[pair]]), bits=8)
