"""A long carry on its way, held against the adder, Python's integers and the read-out."""

import numpy as np
import pytest

from binadd.in_parts import finish
from binadd.inside.leak import CHAIN, leak_in_parts
from binadd.inside.readout import read_out
from binadd.judging.addition import add
from tests.trained import LEAK_LIMIT, fixed, handmade, tutorial, untrained


def leak(weights, columns, trained=8):
    return finish(leak_in_parts(weights, columns, trained))


@pytest.mark.parametrize("columns", [8, 32, 300])
def test_the_sum_is_the_adders(columns):
    found = leak(tutorial(0, 20_000), columns).added
    asked = add(tutorial(0, 20_000), 2 ** (columns - 1) - 1, 1, 8)
    assert found.a + found.b == 2 ** (columns - 1)
    assert np.array_equal(found.outputs, asked.outputs)
    assert found.wrong.tolist() == asked.wrong.tolist()


def test_every_column_but_the_highest_hands_the_carry_on():
    assert leak(untrained(0), 64).carry.tolist() == [1] * 63 + [0]
    assert leak(untrained(0), 8, trained=16).carry.tolist() == [1] * 7 + [0] * 9


@pytest.mark.parametrize("weights", [tutorial(0, 20_000), fixed(0)], ids=["leaks", "holds"])
def test_the_carry_is_read_as_the_readout_reads_it(weights):
    found, read = leak(weights, 40), read_out(weights, 5).carry
    states = found.added.trace.hidden[1:]
    above = states @ read.weights + read.intercept > 0
    assert np.array_equal(found.reading > 0.5, above)
    assert np.allclose(found.reading, (states @ read.weights + read.intercept + 1) / 2)


def test_the_tutorials_network_forgets_at_bit_30_and_the_carry_sinks_all_the_way():
    found = leak(tutorial(0, 20_000), 32)
    assert found.added.wrong.tolist() == [30]
    assert (found.nearest, found.lost) == (30, -1)
    assert leak(tutorial(0, 20_000), 64).lost == 32
    assert (np.diff(found.reading[1:31]) < 0).all()
    assert (np.diff(found.added.outputs[1:31]) > 0).all()


def test_a_cured_network_hands_it_on_for_ever():
    found = leak(fixed(0), 1024)
    assert found.added.wrong.tolist() == []
    assert found.reading[:-1].min() > 0.9
    assert found.lost == -1


def test_a_network_that_has_learnt_nothing_loses_the_carry_at_once():
    found = leak(untrained(0), 64)
    assert (found.lost, found.added.wrong[0]) == (2, 63)


@pytest.mark.parametrize(("leaking", "forgets"), [(0.9, False), (1.1, True)])
def test_a_network_made_to_leak_forgets_just_where_its_carry_cannot_keep_itself(leaking, forgets):
    found = leak(handmade(leak=leaking * LEAK_LIMIT, carry_gain=8), 1024)
    assert bool(len(found.added.wrong)) == forgets


@pytest.mark.parametrize("columns", [CHAIN.low - 1, CHAIN.high + 1])
def test_other_lengths_are_refused_in_words(columns):
    with pytest.raises(ValueError, match="columns must be a whole number from 8 to 1,024, not"):
        leak(untrained(0), columns)
