"""The sets of states hold what they must, to fifty digits and in every way of computing it."""

from decimal import Decimal, localcontext

import numpy as np
import pytest

from binadd.fast.packing import pack, unpack
from binadd.in_parts import finish
from binadd.judging import enclosure
from binadd.judging.enclosure import (
    Band,
    Boxes,
    bounded,
    image_in_parts,
    margin_in_parts,
    read,
    read_on,
)
from binadd.judging.evaluation import evaluate
from binadd.judging.growing import grow
from binadd.judging.proof import prove
from binadd.judging.schoolbook import Situations, runs, situations_of
from binadd.judging.screening import all_right_in_parts
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


# ---- rounding ------------------------------------------------------------------------------------


def off(weights: Weights, state: np.ndarray, pair: int) -> dict[str, float]:
    """How far z is off in each way of computing it, as a share of what `rounding` allows."""
    exact = [Decimal(0)] * len(state)
    with localcontext() as context:
        context.prec = 60
        for unit in range(len(state)):
            terms = zip(state, weights.w_hh[:, unit], strict=True)
            exact[unit] = sum((Decimal(float(h)) * Decimal(float(w)) for h, w in terms), Decimal(0))
            exact[unit] += Decimal(float(weights.b_h[unit]))
            read = zip(PAIRS[pair], weights.w_xh[:, unit], strict=True)
            exact[unit] += sum((bit * Decimal(float(w)) for bit, w in read), Decimal(0))
    bits = np.array(PAIRS[pair], dtype=float)
    short = Weights(*(array.astype(np.float32) for array in weights))
    short_state, short_bits = state.astype(np.float32), bits.astype(np.float32)
    halves = short.w_hh / 2
    by_unit = short.w_hh * short_state[:, None], short.w_xh * short_bits[:, None]
    terms = np.concatenate([short.b_h[None], *by_unit])
    g, matrix = 2 * state - 1, pack(weights)
    units = len(state)
    heard = np.concatenate([g, [2.0], 2 * bits])
    sums = np.ones(units) @ matrix[:units]
    in_g = 2 * (heard @ matrix[:-1] + sums)[1:]
    g32, ones = (2 * state - 1).astype(np.float32), np.ones(units, np.float32)
    ways = {
        "network": bits @ weights.w_xh + state @ weights.w_hh + weights.b_h,
        "engine": in_g,
        "screening": short_state @ short.w_hh + (short_bits @ short.w_xh + short.b_h),
        "g in float32": g32 @ halves + ones @ halves + (short.b_h + short_bits @ short.w_xh),
        "one by one": np.cumsum(terms, axis=0, dtype=np.float32)[-1],
    }
    allowed = enclosure.rounding(weights)[0]
    return {
        way: max(abs(Decimal(float(its)) - true) / Decimal(float(room))
                 for its, true, room in zip(z, exact, allowed, strict=True))
        for way, z in ways.items()
    }  # fmt: skip


@pytest.mark.parametrize("scale", [1e-30, 1.0, 1e25])
@pytest.mark.parametrize("hidden", [1, 16, 64])
def test_no_way_of_computing_z_can_be_made_to_err_by_what_is_allowed(
    hidden: int, scale: float
) -> None:
    """A search for the largest error: weights that cancel, states that float32 rounds badly."""
    random = np.random.RandomState(7)
    worst: dict[str, float] = {}
    for _ in range(30):
        weights = Weights(*(scale * random.standard_normal(a.shape) for a in untrained(0, hidden)))
        state = random.random_sample(hidden).astype(np.float32).astype(float)
        kind = random.randint(3)
        if kind == 1:  # terms of like size and sign, next to powers of two
            weights = Weights(
                *(scale * (1 + 2.0**-24 * random.randint(1, 9, a.shape)) for a in weights)
            )
            state = np.ones(hidden)
        if kind == 2:  # everything cancels
            weights = weights._replace(b_h=-(weights.w_xh.sum(axis=0) + state @ weights.w_hh))
        for way, share in off(weights, state, random.randint(4)).items():
            worst[way] = max(worst.get(way, 0.0), float(share))
    assert max(worst.values()) < 1
    if scale >= 1:
        assert worst["one by one"] > 0.005  # it did err


def test_packed_weights_are_what_the_engine_hears() -> None:
    assert all(map(np.array_equal, unpack(pack(fixed(0))), fixed(0)))


def test_sigmoid_errs_by_less_than_the_slack() -> None:
    z = np.concatenate([np.linspace(-40, 40, 20_001), np.linspace(-1e-3, 1e-3, 2_001)])
    true = [1 / (1 + (-Decimal(float(its))).exp()) for its in z.astype(np.float32)]
    for kind in (np.float32, np.float64):
        said = sigmoid(z.astype(np.float32).astype(kind))
        worst = max(abs(Decimal(float(its)) - right) for its, right in zip(said, true, strict=True))
        assert worst < enclosure.SLACK / 2


def test_an_adder_that_float32_gets_wrong_is_not_proved() -> None:
    """Two units that are always on cancel in the output, unless their weights are rounded."""
    sound = handmade()
    w_xh, w_hh = np.zeros((2, 5)), np.zeros((5, 5))
    w_xh[:, :3], w_hh[:3, :3] = sound.w_xh, sound.w_hh
    b_h = np.append(sound.b_h, [40.0, 40.0])
    w_hy = np.append(sound.w_hy, [2.0**30 + 20, -(2.0**30)])  # float32 knows no 2^30 + 20
    brittle = Weights(w_xh, w_hh, w_hy, b_h, sound.b_y - 20)
    assert evaluate(brittle, 4).exact == 1
    assert not finish(all_right_in_parts(brittle, 4))
    assert prove(brittle).verdict != "proved"


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
