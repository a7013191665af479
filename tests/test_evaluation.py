"""Exact accuracy, against a network run sum by sum."""

import numpy as np
import pytest

from binadd import network
from binadd.judging import evaluation
from binadd.judging.addition import add
from binadd.judging.all_sums import SAMPLE, longest_carries, pairs_tried
from binadd.judging.evaluation import evaluate

RANDOM_WEIGHTS = network.initial_weights(np.random.RandomState(4), 5)


@pytest.mark.parametrize("bits", [2, 3, 5])
def test_the_tree_agrees_with_adding_every_single_pair(bits):
    result = evaluate(RANDOM_WEIGHTS, bits)
    expected = {}
    for a in range(2 ** (bits - 1)):
        for b in range(2 ** (bits - 1)):
            asked = add(RANDOM_WEIGHTS, a, b, bits)
            expected[a, b] = (asked.said == asked.truth).tolist()
    measured = dict(zip(map(tuple, result.pairs.tolist()), result.right.tolist(), strict=True))
    assert measured == expected
    assert result.all_pairs


@pytest.mark.parametrize("bits", range(2, 10))
def test_every_pair_is_tried_once(bits):
    pairs = pairs_tried(bits)
    assert len(pairs) == 4 ** (bits - 1)
    assert len({tuple(pair) for pair in pairs.tolist()}) == len(pairs)
    assert pairs.min() == 0
    assert pairs.max() == 2 ** (bits - 1) - 1


@pytest.mark.parametrize("bits", [10, 16])
def test_wide_numbers_are_judged_by_a_sample_that_says_so_and_holds_the_longest_carry(bits):
    result = evaluate(RANDOM_WEIGHTS, bits)
    assert not result.all_pairs
    assert len(result.pairs) == SAMPLE
    assert [2 ** (bits - 1) - 1, 1] in result.pairs.tolist()
    for row in (0, 500, -1):
        a, b = result.pairs[row].tolist()
        asked = add(RANDOM_WEIGHTS, a, b, bits)
        assert result.right[row].tolist() == (asked.said == asked.truth).tolist()


def test_the_shares_are_those_of_the_table_of_right_bits():
    right = np.array([[True, True], [True, False], [True, True], [False, False]])
    pairs = np.array([[0, 0], [1, 0], [0, 1], [1, 1]])
    result = evaluation.Evaluation(pairs, longest_carries(pairs, 2), right, all_pairs=True)
    assert result.exact == 0.5
    assert result.per_bit.tolist() == [0.75, 0.5]
    assert result.per_ripple().tolist() == [2 / 3, 0.0]
    assert result.wrong_map().tolist() == [[0, 0], [1, 2]]  # row a, column b


@pytest.mark.parametrize(
    ("a", "b", "longest"),
    [(0, 0, 0), (5, 2, 0), (1, 1, 1), (0b0111, 1, 3), (1, 0b0111, 3), (0b0101, 0b0101, 1)]
    + [(0b0110011, 0b0000001, 2), (0b01111111, 0b01111111, 1)],
)
def test_the_longest_carry_is_counted_from_where_it_is_born(a, b, longest):
    assert longest_carries(np.array([[a, b]]), 8).tolist() == [longest]


def test_a_carry_length_that_no_pair_has_is_not_a_number():
    right = np.ones((2, 3), dtype=bool)
    pairs = np.array([[0, 0], [1, 1]])
    lengths = longest_carries(pairs, 3)
    ripple = evaluation.Evaluation(pairs, lengths, right, all_pairs=False).per_ripple()
    assert ripple[:2].tolist() == [1.0, 1.0]
    assert np.isnan(ripple[2])


def test_without_its_memory_a_network_that_adds_bits_gets_the_sums_that_never_carry():
    sure = network.Weights(
        w_xh=np.array([[20.0, 20.0], [20.0, 20.0]]),
        w_hh=np.zeros((2, 2)),
        w_hy=np.array([20.0, -40.0]),
        b_h=np.array([-10.0, -30.0]),
        b_y=np.array([-10.0]),
    )  # two units, "a or b" and "a and b": their difference is the sum bit without a carry
    result = evaluate(sure, 8)
    assert result.right.all(axis=1).sum() == 3**7
    assert result.per_ripple().tolist() == [1.0] + 7 * [0.0]
