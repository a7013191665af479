from itertools import product

import numpy as np
import pytest

from binadd.in_parts import finish
from binadd.judging.addition import add
from binadd.judging.counterexample import find, first_wrong_bit, search
from binadd.network import Weights
from tests.trained import LEAK_LIMIT, answers, fixed, handmade, tutorial, untrained


def shortest_wrong_bit(weights: Weights, most_bits: int) -> int | None:
    """By brute force: the lowest bit that any sum has wrong."""
    for bits in range(1, most_bits + 1):
        pairs = list(product(range(1 << bits), repeat=2))
        said = answers(weights, pairs, bits)
        if any(said[i] != (a + b) % (1 << bits) for i, (a, b) in enumerate(pairs)):
            return bits - 1
    return None


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("iterations", [0, 3_000, 5_500])
def test_no_shorter_sum_is_wrong_than_the_one_found(seed: int, iterations: int) -> None:
    weights = tutorial(seed, iterations)
    expected = shortest_wrong_bit(weights, 6)
    found = find(weights).found
    assert found is not None
    assert found.wrong_bit == expected if expected is not None else found.wrong_bit >= 6


@pytest.mark.parametrize("seed", range(5))
def test_the_bit_found_is_wrong_and_all_below_it_are_right(seed: int) -> None:
    found = find(tutorial(seed, 5_500)).found
    assert found is not None
    wrong = answers(tutorial(seed, 5_500), [(found.a, found.b)], 64)[0] ^ (found.a + found.b)
    assert wrong & -wrong == 1 << found.wrong_bit
    assert max(found.a, found.b) < 1 << found.wrong_bit + 2


def test_a_carry_forgotten_after_thirty_bits_is_found() -> None:
    assert find(tutorial(0, 20_000)).found == ((1 << 31) - 1, 1, 30)


def test_a_slow_leak_is_found_at_the_very_bit_where_the_carry_is_lost() -> None:
    leaky = handmade(40.0, LEAK_LIMIT + 1e-4, carry_gain=8.0)
    width = 1_000
    wrong = answers(leaky, [((1 << width) - 1, 1)], width)[0]  # all zeros would be right
    found = find(leaky).found
    assert found is not None
    assert 100 < found.wrong_bit <= (wrong & -wrong).bit_length() - 1
    assert first_wrong_bit(leaky, found.a, found.b, width) == found.wrong_bit


def test_nothing_is_found_in_an_adder_and_nothing_is_promised() -> None:
    result = find(handmade())
    assert result.found is None
    assert result.complete
    assert result.words.startswith("No wrong sum found among carries of up to 1,024 bits and all")
    assert result.words.endswith("evidence, not proof.")


def test_a_search_cut_short_says_so() -> None:
    result = finish(search(fixed(0), chain_bits=40, most_states=100))
    assert not result.complete
    assert "up to 40 bits and the first" in result.words


@pytest.mark.parametrize("seed", range(60, 64))
@pytest.mark.parametrize("iterations", [3_000, 6_000, 10_000])
def test_whoever_adds_a_counterexample_sees_the_wrong_bit(seed: int, iterations: int) -> None:
    for trained in (0, 2, 8, 12):
        found = find(tutorial(seed, iterations), trained).found
        if found:
            asked = add(tutorial(seed, iterations), found.a, found.b, trained)
            assert asked.wrong[0] == found.wrong_bit


def test_a_leading_zero_that_is_wrong_gets_a_one_above_it() -> None:
    lit = handmade()._replace(b_y=np.array([1.0]))  # writes 1 where there is nothing to add
    assert find(lit).found == (0b10, 0, 0)
    assert find(lit, trained=8).found == (0, 0, 0)


def test_the_network_of_seed_59_fails_at_bit_12_and_shorter_sums_are_not_excluded() -> None:
    result = find(tutorial(59), 8)
    assert result.found
    assert result.found.wrong_bit == 12
    assert not result.shortest
    assert result.words.endswith("Whether another goes wrong at a lower bit was not excluded.")


@pytest.mark.parametrize("seed", [3, 8])
def test_what_is_called_the_shortest_is_so_by_brute_force(seed: int) -> None:
    result = find(tutorial(seed, 5_500))
    assert result.found
    assert result.shortest
    assert shortest_wrong_bit(tutorial(seed, 5_500), result.found.wrong_bit + 1) == (
        result.found.wrong_bit
    )
    assert result.words.endswith("; none goes wrong at a lower bit.")


def test_the_search_rests_often_and_rests_change_nothing() -> None:
    assert sum(1 for _ in search(tutorial(1))) > 100
    assert finish(search(tutorial(1))) == find(tutorial(1))


def test_the_first_wrong_bit_is_the_lowest() -> None:
    silent = Weights(*(np.zeros_like(array) for array in untrained(0)))  # always writes zeros
    assert first_wrong_bit(silent, 6, 2, 8) == 3
    assert first_wrong_bit(silent, 4, 1, 8) == 0
    assert first_wrong_bit(silent, 0, 0, 8) is None


def test_weights_that_are_not_finite_are_refused() -> None:
    with pytest.raises(ValueError, match="w_hy must be finite"):
        find(handmade()._replace(w_hy=np.array([1.0, np.inf, 1.0])))
