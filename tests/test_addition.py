"""Asking the network a sum."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from binadd import network
from binadd.judging.addition import add, carries

WEIGHTS = network.initial_weights(np.random.RandomState(0), 16)
numbers = st.integers(0, 2**1024 - 1)


@given(numbers, numbers)
def test_the_sum_has_as_many_bits_as_it_needs_and_never_fewer_than_trained(a, b):
    asked = add(WEIGHTS, a, b, trained=8)
    assert asked.width == max(8, (a + b).bit_length())
    assert len(asked.trace.hidden) == asked.width + 1


def test_the_answer_is_read_from_the_outputs_and_the_wrong_bits_are_pointed_out():
    asked = add(WEIGHTS, 9, 60, trained=8)
    assert asked.answer == 1  # the first line of the tutorial's log
    assert asked.said.tolist() == [int(output > 0.5) for output in asked.outputs]
    assert asked.wrong.tolist() == [2, 6]  # 69 is 0b1000101


@given(numbers, numbers)
def test_carries_are_those_of_school(a, b):
    width = (a + b).bit_length() + 1
    carry, expected = 0, []
    for place in range(width):
        expected.append(carry)
        carry = (a >> place & 1) + (b >> place & 1) + carry >> 1
    assert carries(a, b, width).tolist() == expected
