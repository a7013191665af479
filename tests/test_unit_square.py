"""Two hidden units as points in the unit square, held against `forward` and its outputs."""

from collections import Counter
from itertools import product

import numpy as np
import pytest

from binadd.in_parts import finish
from binadd.inside import unit_square
from binadd.inside.readout import read_out
from binadd.inside.unit_square import half, square_in_parts
from binadd.network import Array, Weights, forward
from tests.trained import digits_of, fixed, two_units, untrained

BITS = 4
GRID = np.array([*product(np.linspace(0.01, 0.99, 23), repeat=2)])


def square(weights: Weights, bits: int = BITS) -> unit_square.Square:
    return finish(square_in_parts(weights, bits))


def seen_by_forward(weights: Weights) -> Counter[tuple[float, float, int]]:
    """Every state of every sum with how many ones met before it, each state listed once."""
    found = set()
    for a, b in product(range(1 << (BITS - 1)), repeat=2):
        hidden = forward(weights, digits_of([a, b], BITS).T).hidden[1:]
        for place, state in enumerate(hidden):
            past = (a % (2 << place), b % (2 << place))
            carry = (a % (1 << place) + b % (1 << place)) >> place
            ones = (a >> place & 1) + (b >> place & 1) + carry
            found.add((place, past, *np.round(state, 9), ones))
    return Counter((x, y, ones) for *_, x, y, ones in found)


def lies_in(area: Array, points: Array) -> Array:
    """Tell whether points lie within a convex area whose corners go round to the left."""
    before, after = area, np.roll(area, -1, axis=0)
    ways, to = after - before, points[:, None] - before
    return (ways[:, 0] * to[..., 1] - ways[:, 1] * to[..., 0] > 0).all(axis=1)


@pytest.mark.parametrize("iterations", [0, 20_000, 40_000])
def test_the_points_are_the_states_that_forward_goes_through(iterations):
    weights = two_units(iterations)
    found = square(weights)
    listed = zip(np.round(found.points, 9).tolist(), found.ones.tolist(), strict=True)
    assert Counter((x, y, ones) for (x, y), ones in listed) == seen_by_forward(weights)


def test_five_bits_make_as_many_points_as_the_page_shows():
    assert len(square(two_units(0), 16).points) == 4 + 16 + 64 + 256 + 256


@pytest.mark.parametrize("seed", range(6))
def test_it_writes_1_just_where_the_output_is_above_one_half(seed):
    weights = untrained(seed, 2)._replace(b_y=np.array([0.1 * seed - 0.2]))
    writes = square(weights).writes
    outputs = 1 / (1 + np.exp(-(GRID @ weights.w_hy + weights.b_y)))
    inside = lies_in(writes.area, GRID) if len(writes.area) else np.zeros(len(GRID), bool)
    assert np.array_equal(inside, outputs > 0.5)
    for x, y in writes.edge:
        assert {x, y} & {0, 1}
        assert weights.w_hy @ (x, y) + weights.b_y[0] == pytest.approx(0, abs=1e-12)


def test_a_line_that_passes_by_leaves_all_or_nothing():
    w_hy = np.array([1.0, 2.0])
    assert half(w_hy, -4.0, 0.0).area.shape == half(w_hy, -4.0, 0.0).edge.shape == (0, 2)
    assert half(w_hy, 1.0, 0.0).area.shape == (4, 2)
    assert half(w_hy, 1.0, 0.0).edge.shape == (0, 2)


def test_a_line_through_corners_is_whole():
    diagonal = half(np.array([1.0, -1.0]), 0.0, 0.0)
    assert {tuple(point) for point in diagonal.edge.tolist()} == {(0, 0), (1, 1)}


@pytest.mark.parametrize("iterations", [0, 2_000, 40_000])
def test_the_carry_is_read_as_the_readout_reads_it(iterations):
    weights = two_units(iterations)
    carries, read = square(weights).carries, read_out(weights, BITS).carry
    assert np.array_equal(carries.weights, read.weights)
    assert (carries.intercept, carries.right) == (read.intercept, read.accuracy)
    assert np.array_equal(lies_in(carries.area, GRID), GRID @ read.weights + read.intercept > 0)


def test_the_share_of_right_bits_is_that_of_all_steps_of_all_sums():
    weights = two_units(20_000)
    right = []
    for a, b in product(range(1 << (BITS - 1)), repeat=2):
        outputs = forward(weights, digits_of([a, b], BITS).T).outputs
        right += [(output > 0.5) == (a + b >> place & 1) for place, output in enumerate(outputs)]
    assert 0.9 < np.mean(right) < 1
    assert square(weights).writes.right == pytest.approx(np.mean(right))


def test_groups_are_told_by_their_centre_their_size_and_their_farthest_state():
    found = square(two_units(40_000))
    for ones in range(4):
        members = found.points[found.ones == ones]
        assert found.sizes[ones] == len(members)
        assert found.centres[ones] == pytest.approx(members.mean(axis=0))
        away = [np.hypot(*(state - found.centres[ones])) for state in members]
        assert found.radii[ones] == pytest.approx(max(away))


def test_four_places_are_told_apart_only_when_it_adds():
    assert [square(two_units(at), 5).places for at in (0, 20_000, 40_000)] == [1, 3, 4]


def test_sums_too_short_for_three_ones_leave_their_place_empty():
    found = square(two_units(40_000), 2)
    assert found.sizes.tolist() == [4, 3, 1, 0]
    assert np.isnan(found.centres[3]).all()
    assert found.places == 3


def test_other_networks_have_no_square():
    with pytest.raises(ValueError, match="the square shows two hidden units, not 16"):
        square(fixed(0))
