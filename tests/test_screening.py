"""The quick test of many networks agrees with the full one."""

import numpy as np
import pytest

from binadd.bits import columns
from binadd.in_parts import finish
from binadd.judging.all_sums import WIDEST_TREE, longest_carries
from binadd.judging.evaluation import evaluate
from binadd.judging.screening import SAMPLE, all_right_in_parts, screen_in_parts, sums_tried
from binadd.network import Weights
from tests.trained import answers, fixed, handmade, tutorial, untrained


@pytest.mark.parametrize("bits", [2, 5, 8])
def test_the_few_sums_come_out_as_one_by_one(bits):
    weights = [untrained(0), tutorial(0, 3_000), tutorial(1, 5_000), tutorial(0)]
    share, passed = finish(screen_in_parts(weights, bits))
    pairs = [(int(a), int(b)) for a, b in sums_tried(bits)]
    for number, its in enumerate(weights):
        said = answers(its, pairs, bits)
        right = [a + b == sum_ for (a, b), sum_ in zip(pairs, said, strict=True)]
        assert share[number] == np.mean(right[:SAMPLE])
        assert passed[number] == all(right)


def test_the_few_sums_hold_every_carry():
    pairs = sums_tried(8)[SAMPLE:]
    assert len({(int(a), int(b)) for a, b in pairs}) == 56 - 7  # 1 + 1 is its own mirror image
    assert set(longest_carries(pairs, 8).tolist()) == set(range(1, 8))
    assert columns(pairs, 8).shape == (56, 2, 8)


@pytest.mark.parametrize("bits", [2, 3, 8, WIDEST_TREE, 12])
def test_all_right_means_all_right(bits):
    networks = [untrained(0, 3), handmade(), handmade(carry_gain=8.0, leak=0.7), tutorial(2, 6_000)]
    for weights in [*networks, fixed(0), tutorial(0)]:
        expected = evaluate(weights, bits).exact == 1
        assert finish(all_right_in_parts(weights, bits)) == expected


def test_one_wrong_sum_of_all_is_found():
    almost = [tutorial(seed, count) for seed in range(3) for count in (6_000, 7_000, 7_500, 8_000)]
    exact = [evaluate(weights, 8).exact for weights in almost]
    assert any(0.995 < share < 1 for share in exact)
    found = [finish(all_right_in_parts(weights, 8)) for weights in almost]
    assert found == [share == 1 for share in exact]


def test_huge_weights_are_judged_without_a_warning():
    huge = Weights(*(array * 1e30 for array in fixed(0)))
    finish(screen_in_parts([huge, fixed(0)], 8))
    finish(all_right_in_parts(huge, 8))
