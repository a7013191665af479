import numpy as np
import pytest

from binadd.inside.extraction import Automaton, agreement, extract
from binadd.inside.machine import full_adder, run, same
from binadd.judging.states import PAIRS
from binadd.network import Weights
from tests.trained import fixed, handmade, tutorial, untrained


def found(weights: Weights) -> Automaton:
    return extract(weights, np.random.RandomState(0))


@pytest.mark.parametrize("seed", range(10))
def test_a_network_with_biases_is_a_full_adder(seed: int) -> None:
    result = found(fixed(seed))
    assert result.full_adder
    assert result.determinism == result.writing == 1
    assert len(result.minimal.outputs) == 4
    assert result.words.endswith("these are a machine of 4 states: a full adder.")


def test_the_machine_of_the_tutorial_network_adds_what_python_adds() -> None:
    result, random = found(tutorial(0)), np.random.RandomState(1)
    assert result.full_adder
    sums = random.randint(0, 2**62, size=(2_000, 2), dtype=np.int64).tolist()
    read = [[PAIRS.index((a >> i & 1, b >> i & 1)) for i in range(64)] for a, b in sums]
    for machine in (result.minimal, result.machine):
        written = run(machine, np.array(read, dtype=np.int64)).tolist()
        answers = [sum(bit << place for place, bit in enumerate(bits)) for bits in written]
        assert answers == [a + b for a, b in sums]


@pytest.mark.parametrize("seed", range(4))
def test_a_machine_that_was_found_writes_what_the_network_writes(seed: int) -> None:
    for weights in (fixed(seed), tutorial(seed)):
        machine = found(weights).minimal
        assert agreement(weights, machine, np.random.RandomState(2), 300, 64) == 1
    early = tutorial(seed, 3_000)
    assert agreement(early, full_adder(), np.random.RandomState(2), 300, 64) < 0.5


@pytest.mark.parametrize("seed", range(10))
def test_an_untrained_network_is_no_adder(seed: int) -> None:
    result = found(untrained(seed))
    assert not result.full_adder
    assert not same(result.minimal, full_adder())
    assert "no adder" in result.words


def test_a_network_half_trained_does_not_follow_its_machine() -> None:
    result = found(tutorial(0, 4_500))
    assert min(result.determinism, result.writing) < 1
    assert "of the steps do not follow it" in result.words


def test_the_adder_made_by_hand_has_a_group_for_every_total() -> None:
    result = found(handmade())
    assert result.full_adder
    assert len(result.sizes) == 4  # at least none, one, two or three ones
    assert np.sort(result.centres.sum(axis=1)) == pytest.approx([0, 1, 2, 3], abs=1e-3)
    assert result.sizes.sum() == 4**3 + 4**4 + 2 * 4**5  # all sums of 6 bits but the first steps


def test_a_network_that_always_writes_zero_is_one_state() -> None:
    silent = Weights(*(np.zeros_like(array) for array in untrained(0)))
    result = found(silent)
    assert result.words == (
        "All hidden states fall into 1 group, and these are a machine of 1 state: no adder."
    )


def test_the_same_random_stream_finds_the_same() -> None:
    one, other = found(tutorial(1)), found(tutorial(1))
    assert (one.centres == other.centres).all()
    assert (one.machine.transitions == other.machine.transitions).all()
