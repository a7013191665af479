"""A sweep in pieces: every network once, in the order of the plan."""

import numpy as np
import pytest

from binadd.experiments.pieces import APART, TOGETHER, Piece, cut, cut_to_share, here, named, train
from binadd.experiments.pieces import train_in_parts as in_parts
from binadd.experiments.plan import Plan
from binadd.in_parts import finish


@pytest.mark.parametrize("networks", [1, 15, 16, 17, 30, 64, 65, 1_000])
@pytest.mark.parametrize("way", [cut, cut_to_share])
def test_every_network_is_in_one_piece_and_in_order(way, networks):
    plan = Plan(seeds=tuple(range(networks)), hidden=(16,))
    pieces = way(plan)
    assert [seed for piece in pieces for _, seed in piece.members] == list(plan.seeds)
    sizes = [len(piece.members) for piece in pieces]
    assert max(sizes) - min(sizes) <= 1
    assert max(sizes) <= TOGETHER


def test_sizes_stay_apart_and_rates_do_not():
    plan = Plan(seeds=(0, 1), hidden=(4, 8), alphas=(0.1, 1.0))
    members = ((0.1, 0), (0.1, 1), (1.0, 0), (1.0, 1))
    assert cut(plan) == [Piece(4, members), Piece(8, members)]


def test_the_larger_the_plan_the_larger_the_pieces_to_share():
    plans = [Plan(seeds=tuple(range(n)), hidden=(16,)) for n in (40, 256, 1_000)]
    largest = [max(len(piece.members) for piece in cut_to_share(plan)) for plan in plans]
    assert largest[0] <= APART < largest[1] < largest[2] <= TOGETHER


def test_a_piece_at_once_has_the_numbers_of_one_in_parts():
    plan = Plan(seeds=(0, 1), hidden=(8,), alphas=(2.0,), biases=True, iterations=500)
    (piece,) = cut(plan)
    at_once, parts = train(plan, piece, here()), finish(in_parts(plan, piece))
    assert np.array_equal(at_once.right, parts.right)


def test_a_worker_with_other_versions_refuses():
    plan = Plan(seeds=(0,), hidden=(2,), iterations=100)
    with pytest.raises(RuntimeError, match=r"has binadd .* and NumPy .*, not binadd 0 and NumPy 1"):
        train(plan, cut(plan)[0], "binadd 0 and NumPy 1")


def test_networks_are_named_as_they_are_given():
    pieces = [Piece(16, ((0.1, 7),)), Piece(8, ((0.1, 0), (0.1, 1), (0.1, 2), (0.1, 9), (2.0, 0)))]
    assert named(pieces) == (
        "16 hidden units (learning rate 0.1, seed 7), or "
        "8 hidden units (learning rate 0.1, seeds 0-2,9; learning rate 2, seed 0)"
    )
