import numpy as np
import pytest

from binadd.judging.schoolbook import runs, situations_of
from binadd.judging.states import PAIRS


@pytest.mark.parametrize("history", [1, 2, 3])
def test_situations_have_the_carry_of_every_sum(history: int) -> None:
    following, carry = situations_of(history)
    for a in range(32):
        for b in range(32):
            situation = 0
            for place in range(8):
                situation = following[situation, PAIRS.index((a >> place & 1, b >> place & 1))]
                low = (2 << place) - 1
                assert carry[situation] == ((a & low) + (b & low)) >> (place + 1)


@pytest.mark.parametrize(("history", "count"), [(1, 1 + 8), (2, 5 + 32), (5, 341 + 2048)])
def test_there_are_two_situations_for_every_full_history(history: int, count: int) -> None:
    assert len(situations_of(history).carry) == count


def test_every_situation_is_followed_and_all_but_the_start_follow_one() -> None:
    following = situations_of(3).following
    assert set(following.ravel().tolist()) == set(range(1, len(following)))


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_a_run_of_pairs_is_added_as_at_school(steps: int) -> None:
    bits, carries = runs(np.array([0, 1], dtype=np.uint8), steps)
    assert len(bits) == len(carries) == steps
    for carry in (0, 1):
        for number in range(4**steps):
            pairs = [PAIRS[number // 4 ** (steps - 1 - step) % 4] for step in range(steps)]
            a, b = (sum(pair[side] << step for step, pair in enumerate(pairs)) for side in (0, 1))
            written = [bits[step][(carry * 4**steps + number) // 4 ** (steps - 1 - step)]
                       for step in range(steps)]  # fmt: skip
            last = carries[-1][carry * 4**steps + number]
            assert (
                sum(int(bit) << step for step, bit in enumerate(written)) + (int(last) << steps)
                == a + b + carry
            )


def test_situations_know_how_many_pairs_they_read_at_once() -> None:
    assert situations_of(2).steps == 1
