"""The sets of states hold what they must, to fifty digits and in every way of computing it."""

from decimal import Decimal, localcontext

import numpy as np
import pytest

from binadd.in_parts import finish
from binadd.judging.enclosure import (
    Band,
    Boxes,
    bounded,
    image_in_parts,
    margin_in_parts,
    read,
    read_on,
)
from binadd.judging.growing import grow
from binadd.judging.schoolbook import Situations, runs, situations_of
from binadd.judging.states import PAIRS
from binadd.network import Weights, sigmoid
from tests.trained import fixed, handmade, tutorial, untrained


def box_as_band(low: np.ndarray, high: np.ndarray) -> Band:
    return Band((low + high)[None] / 2, (np.eye(len(low)) * (high - low) / 2)[None])


def exact_step(weights: Weights, state: np.ndarray, pair: tuple[int, int]) -> list[Decimal]:
    """The next state in decimal arithmetic of fifty digits."""
    with localcontext() as context:
        context.prec = 50
        result = []
        for unit in range(len(state)):
            z = Decimal(float(weights.b_h[unit]))
            for bit, weight in zip(pair, weights.w_xh[:, unit], strict=True):
                z += bit * Decimal(float(weight))
            for value, weight in zip(state, weights.w_hh[:, unit], strict=True):
                z += Decimal(float(value)) * Decimal(float(weight))
            result.append(1 / (1 + (-z).exp()))
        return result


@pytest.mark.parametrize("weights", [fixed(0), tutorial(0), handmade(1e4)], ids=range(3))
def test_boxes_hold_the_exact_image_to_fifty_digits(weights: Weights) -> None:
    random = np.random.RandomState(3)
    units = len(weights.b_h)
    low, high = np.sort(random.random_sample((2, units)), axis=0)
    for band, ends in ((box_as_band(low, high), (low, high)), (box_as_band(low, low), (low, low))):
        image = read(weights, band)
        for _ in range(5):
            corner = np.where(random.random_sample(units) < 0.5, *ends)
            for pair in range(4):
                for unit, exact in enumerate(exact_step(weights, corner, PAIRS[pair])):
                    assert Decimal(image.low[0, pair, unit]) < exact
                    assert Decimal(image.high[0, pair, unit]) > exact


def test_boxes_hold_the_exact_image_where_large_terms_cancel() -> None:
    random = np.random.RandomState(4)
    for _ in range(20):
        state = random.random_sample(16)
        weights = Weights(*(1e6 * array for array in untrained(4)))
        weights = weights._replace(b_h=-(weights.w_xh.sum(axis=0) + state @ weights.w_hh))
        image = read(weights, box_as_band(state, state))
        for unit, exact in enumerate(exact_step(weights, state, PAIRS[3])):
            assert Decimal(image.low[0, 3, unit]) < exact
            assert Decimal(image.high[0, 3, unit]) > exact


@pytest.mark.parametrize("width", [0.0, 0.01, 0.2, 1.0])
def test_a_band_holds_whatever_its_states_become(width: float) -> None:
    """Every state of a band, read on, is a state of the band that follows: in each direction."""
    random = np.random.RandomState(5)
    for weights in (fixed(1), tutorial(2), handmade()):
        units = len(weights.b_h)
        low = random.random_sample(units) * (1 - width)
        band = box_as_band(low, low + width)
        states, after = low + width * random.random_sample((200, units)), read_on(weights, band)
        states = np.concatenate([states, low + width * random.randint(0, 2, size=(200, units))])
        pairs = np.array(PAIRS, dtype=float) @ weights.w_xh + weights.b_h
        for pair in range(4):
            become = sigmoid(states @ weights.w_hh + pairs[pair])
            for direction in (*np.eye(units), *random.standard_normal((20, units))):
                reach = np.abs(after.spread[pair] @ direction).sum()
                away = np.abs((become - after.centre[pair]) @ direction).max()
                assert away <= reach


@pytest.mark.parametrize("steps", [2, 3])
def test_a_run_of_pairs_ends_in_the_boxes_and_keeps_the_margin(steps: int) -> None:
    random = np.random.RandomState(6)
    weights, low = fixed(3), np.full((1, 16), 0.4)
    boxes, carry = Boxes(low, low + 0.02), np.zeros(1, dtype=np.uint8)
    image = finish(image_in_parts(weights, boxes, carry, steps))
    bits, _ = runs(carry, steps)
    pairs = np.array(PAIRS, dtype=float) @ weights.w_xh + weights.b_h
    for _ in range(50):
        states = low + 0.02 * random.random_sample((1, 16))
        for step in range(steps):
            states = sigmoid((states @ weights.w_hh)[:, None] + pairs).reshape(-1, 16)
            z = states @ weights.w_hy + weights.b_y
            assert (np.where(bits[step] == 1, z, -z) > image.margin).all()
        assert (image.boxes.low[0] < states).all()
        assert (image.boxes.high[0] > states).all()


# ---- the check -----------------------------------------------------------------------------------


def sound() -> tuple[Weights, Situations, Boxes]:
    weights, situations = fixed(0), situations_of(2)
    boxes = finish(grow(weights, situations, np.zeros((1, 16))))
    assert boxes
    return weights, situations, Boxes(boxes.low.copy(), boxes.high.copy())


def holds(weights: Weights, situations: Situations, boxes: Boxes) -> bool:
    return finish(margin_in_parts(weights, situations, boxes)) > 0


def test_the_check_refuses_boxes_too_small_for_what_leads_into_them() -> None:
    weights, situations, boxes = sound()
    assert holds(weights, situations, boxes)
    for side, sign in ((boxes.low, 1), (boxes.high, -1)):
        for box in range(1, len(side)):
            for unit in (0, 7, 15):
                kept = side[box, unit]
                side[box, unit] += sign * 0.5 * (boxes.high[box, unit] - boxes.low[box, unit])
                assert not holds(weights, situations, boxes), (box, unit, sign)
                side[box, unit] = kept


def test_the_check_refuses_boxes_without_the_start() -> None:
    weights, situations, boxes = sound()
    boxes.low[0] = 0.001
    boxes.high[0] = 0.002
    assert not holds(weights, situations, boxes)


@pytest.mark.parametrize("value", [np.nan, -np.inf, -1.0])
def test_the_check_refuses_boxes_that_are_no_boxes_of_states(value: float) -> None:
    weights, situations, boxes = sound()
    boxes.low[5, 3] = value
    assert not holds(weights, situations, boxes)


def test_the_check_refuses_another_carry_than_that_of_the_schoolbook() -> None:
    weights, situations, boxes = sound()
    for number in range(len(situations.carry)):
        wrong = situations.carry.copy()
        wrong[number] ^= 1
        assert not holds(weights, situations._replace(carry=wrong), boxes)


def test_the_check_refuses_a_way_to_the_wrong_situation() -> None:
    weights, situations, boxes = sound()
    for place in ((0, 0), (5, 3), (30, 1)):
        wrong = situations.following.copy()
        wrong[place] = (wrong[place] + 1) % len(wrong)
        assert not holds(weights, situations._replace(following=wrong), boxes)


@pytest.mark.parametrize("large", [2.0**101, 1e300, 1.7e308])
def test_nothing_is_bounded_whose_sums_could_overflow(large: float) -> None:
    for name, array in handmade()._asdict().items():
        huge = array.copy()
        huge.flat[0] = large
        assert not bounded(handmade()._replace(**{name: huge})), name
    assert bounded(handmade())
