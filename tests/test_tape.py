"""The fixed list of calls: how many they are, and what they start from."""

import re

import numpy as np
import pytest
import readable
from hypothesis import given
from hypothesis import strategies as st

from binadd import tape
from binadd.tape import Tape


def new_tape(bits=8, hidden=16, batch=1):
    weights, _ = readable.start(0, hidden, bits, 0)
    return Tape(tape.pack(weights), bits, np.array(0.1), biases=False, batch=batch)


def calls_made(machine, examples):
    """Count the calls that so many examples make, and the copies into and out of the arrays."""
    made = []
    machine.calls = [lambda call=call: (made.append(call), call()) for call in machine.calls]
    machine.run(np.zeros((examples, 1, 2), dtype=np.int64))
    return len(made) + 2 * examples


@pytest.mark.parametrize("bits", [2, 8, 33])
def test_an_example_needs_as_many_calls_as_the_module_says(bits):
    formula = re.search(r"T steps need (\d+) T \+ (\d+) calls, so 8 bits need (\d+)", tape.__doc__)
    per_step, rest, for_8_bits = map(int, formula.groups())
    assert per_step * 8 + rest == for_8_bits
    counted = calls_made(new_tape(bits), examples=4) - calls_made(new_tape(bits), examples=3)
    assert counted == per_step * bits + rest


def test_a_batch_needs_hardly_more_calls_than_one_example():
    assert len(new_tape(batch=32).calls) == len(new_tape().calls) + 1


@given(st.integers(0, 99), st.integers(1, 9))
def test_weights_come_out_of_the_matrix_as_they_went_in(seed, hidden):
    weights, _ = readable.start(seed, hidden, 8, 0, biases_from=1.0)
    for before, after in zip(weights, tape.unpack(tape.pack(weights)), strict=True):
        assert np.array_equal(before, after)
        assert before.shape == after.shape


def test_lessons_hold_the_bits_the_constant_and_the_targets_two_steps_later():
    inputs_a, inputs_b, ones, targets = tape.lessons(np.array([[[1, 3]]]), bits=3)[0, :, :, 0].T
    assert inputs_a.tolist() == [1, 0, 0, 0, 0]
    assert inputs_b.tolist() == [1, 1, 0, 0, 0]
    assert ones.tolist() == [1, 1, 1, 1, 1]
    assert targets.tolist() == [0, 0, -1, -1, 1]


@pytest.mark.parametrize("pair", [(128, 0), (0, -1), (3, 1 << 62)])
def test_numbers_whose_sum_might_not_fit_are_refused(pair):
    with pytest.raises(ValueError, match=r"pairs must hold numbers from 0 to 2\*\*7 - 1"):
        tape.lessons(np.array([[pair]]), bits=8)
