"""How many NumPy calls are in the list; `test_engine` tests what they compute."""

import re

import numpy as np
import pytest

from binadd.fast import call_list
from binadd.fast.call_list import CallList
from binadd.fast.packing import pack
from tests import readable


def new_list(bits=8, hidden=16, batch=1):
    weights, _ = readable.start(0, hidden, bits, 0)
    return CallList(pack(weights), bits, np.array(0.1), biases=False, batch=batch)


def calls_made(machine, examples):
    """Count the calls that so many examples make, and the copies into and out of the arrays."""
    made = []
    machine.calls = [lambda call=call: (made.append(call), call()) for call in machine.calls]
    machine.run(np.zeros((examples, 1, 2), dtype=np.int64))
    return len(made) + 2 * examples


@pytest.mark.parametrize("bits", [2, 8, 33])
def test_an_example_needs_as_many_calls_as_the_module_says(bits):
    formula = re.search(
        r"T steps need (\d+) T \+ (\d+) calls, so 8 bits need (\d+)", call_list.__doc__
    )
    per_step, rest, for_8_bits = map(int, formula.groups())
    assert per_step * 8 + rest == for_8_bits
    counted = calls_made(new_list(bits), examples=4) - calls_made(new_list(bits), examples=3)
    assert counted == per_step * bits + rest


def test_a_batch_needs_hardly_more_calls_than_one_example():
    assert len(new_list(batch=32).calls) == len(new_list().calls) + 1
