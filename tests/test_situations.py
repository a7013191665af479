import pytest

from binadd.situations import situations_of
from binadd.states import PAIRS


@pytest.mark.parametrize("history", [1, 2, 3])
def test_situations_demand_the_bits_of_every_sum(history: int) -> None:
    following, demanded = situations_of(history)
    for a in range(32):
        for b in range(32):
            situation = 0
            for place in range(8):
                situation = following[situation, PAIRS.index((a >> place & 1, b >> place & 1))]
                assert demanded[situation] == (a + b) >> place & 1


@pytest.mark.parametrize(("history", "count"), [(1, 1 + 8), (2, 5 + 32), (5, 341 + 2048)])
def test_there_are_two_situations_for_every_full_history(history: int, count: int) -> None:
    assert len(situations_of(history).demanded) == count


def test_every_situation_is_followed_and_all_but_the_start_follow_one() -> None:
    following = situations_of(3).following
    assert set(following.ravel().tolist()) == set(range(1, len(following)))
