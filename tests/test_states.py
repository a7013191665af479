import numpy as np
import pytest

from binadd.judging.states import PAIRS, add_pairs, follow, reachable, says
from binadd.network import forward
from tests.trained import tutorial


def test_states_follow_as_in_the_network() -> None:
    inputs = np.array([[1, 1], [0, 1], [1, 0], [0, 0]], dtype=float)
    trace = forward(tutorial(0), inputs)
    for t in range(4):
        reached = follow(tutorial(0), trace.hidden[t : t + 1])[0]
        pair = PAIRS.index((int(inputs[t, 0]), int(inputs[t, 1])))
        assert np.allclose(reached[pair], trace.hidden[t + 1], rtol=0, atol=1e-14)
        assert says(tutorial(0), reached)[pair] == (trace.outputs[t] > 0.5)


def test_pairs_are_added_as_at_school() -> None:
    sums, carries = add_pairs(np.array([0, 1], dtype=np.uint8))
    for carry in (0, 1):
        for pair, (a, b) in enumerate(PAIRS):
            assert sums[carry, pair] + 2 * carries[carry, pair] == a + b + carry


@pytest.mark.parametrize("bits", [1, 2, 5])
def test_every_state_of_every_sum_is_listed_and_counted(bits: int) -> None:
    states = reachable(tutorial(0), bits)
    listed = {
        (*np.round(state, 9), bit, carry): share
        for state, bit, carry, share in zip(*states, strict=True)
    }
    counted = dict.fromkeys(listed, 0.0)
    numbers = range(1 << (bits - 1))
    for a, b in ((a, b) for a in numbers for b in numbers):
        inputs = [[a >> place & 1, b >> place & 1] for place in range(bits)]
        hidden = forward(tutorial(0), np.array(inputs, dtype=float)).hidden
        for place in range(bits):
            low = (1 << (place + 1)) - 1
            carry = ((a & low) + (b & low)) >> (place + 1)
            key = (*np.round(hidden[place + 1], 9), (a + b) >> place & 1, carry)
            counted[key] += 1 / (bits * len(numbers) ** 2)
    assert counted == pytest.approx(listed, abs=1e-12)


def test_the_shares_of_all_states_add_up_to_one() -> None:
    states = reachable(tutorial(0), 8)
    assert len(states.hidden) == sum(4**t for t in range(1, 8)) + 4**7
    assert states.share.sum() == pytest.approx(1, abs=1e-12)


def test_of_wider_sums_the_lowest_bits_are_looked_at() -> None:
    assert len(reachable(tutorial(0), 16).hidden) == len(reachable(tutorial(0), 8).hidden)
