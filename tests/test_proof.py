from decimal import Decimal, localcontext

import numpy as np
import pytest

from binadd import proof
from binadd.network import Weights
from binadd.proof import Boxes, holds, prove
from binadd.situations import situations_of
from binadd.states import PAIRS
from tests.trained import LEAK_LIMIT, answers, fixed, handmade, long_sums, tutorial, untrained

SEEDS = range(30)


def proved(seed: int) -> bool:
    return prove(fixed(seed)).verdict == "proved"


def test_most_networks_with_biases_are_proved() -> None:
    assert sum(proved(seed) for seed in SEEDS) >= 25


def test_whatever_is_proved_adds_long_carries() -> None:
    random = np.random.RandomState(1)
    width = 600
    for seed in filter(proved, SEEDS):
        pairs = [*long_sums(random, 10, width), ((1 << width - 1) - 1, 1)]
        assert answers(fixed(seed), pairs, width) == [a + b for a, b in pairs], seed


@pytest.mark.parametrize("scale", [0.1, 0.3, 1.0])
def test_whatever_is_proved_of_disturbed_networks_is_so(scale: float) -> None:
    random = np.random.RandomState(2)
    pairs = [*long_sums(random, 20, 300), ((1 << 299) - 1, 1), (1, (1 << 299) - 1)]
    verdicts = set()
    for seed in range(12):
        noisy = Weights(*(w + scale * random.standard_normal(w.shape) for w in fixed(seed)))
        verdict = prove(noisy, most_history=3).verdict
        verdicts.add(verdict)
        right = answers(noisy, pairs, 300) == [a + b for a, b in pairs]
        assert right or verdict != "proved", (seed, scale)
    assert verdicts - {"not proved"}


@pytest.mark.parametrize("seed", [0, 9, 13])
def test_every_state_of_a_long_sum_lies_in_the_box_of_its_situation(seed: int) -> None:
    weights, result = fixed(seed), prove(fixed(seed))
    assert result.boxes
    following, demanded = situations_of(result.history)
    state, situation = np.zeros(16), 0
    for a, b in [((1 << 300) - 1, 1), *long_sums(np.random.RandomState(seed), 1, 2_000)]:
        state, situation = np.zeros(16), 0
        for place in range(2_001):
            pair = (a >> place & 1, b >> place & 1)
            read = np.array(pair) @ weights.w_xh
            state = 1 / (1 + np.exp(-(state @ weights.w_hh + read + weights.b_h)))
            situation = following[situation, PAIRS.index(pair)]
            assert demanded[situation] == (a + b) >> place & 1
            assert (result.boxes.low[situation] <= state).all()
            assert (result.boxes.high[situation] >= state).all()
            away = float(state @ weights.w_hy + weights.b_y[0])
            assert abs(away) >= result.margin


def test_the_tutorial_network_that_forgets_a_carry_fails_with_that_sum() -> None:
    result = prove(tutorial(0, 20_000))
    assert result.verdict == "fails"
    assert result.failure == ((1 << 31) - 1, 1, 30)
    said = answers(tutorial(0, 20_000), [((1 << 31) - 1, 1)], 33)[0]
    assert said & (1 << 30) - 1 == 0
    assert said >> 30 & 1 == 1  # 2^31 has a zero there
    assert result.boxes is None


@pytest.mark.parametrize("seed", range(6))
def test_no_tutorial_network_is_proved_that_adds_wrongly(seed: int) -> None:
    pairs = [((1 << n) - 1, 1) for n in range(1, 400, 7)] + [(1, (1 << n) - 1) for n in (9, 399)]
    right = answers(tutorial(seed), pairs, 401) == [a + b for a, b in pairs]
    verdict = prove(tutorial(seed)).verdict
    assert right or verdict != "proved"
    assert verdict != "fails" or prove(tutorial(seed)).failure is not None


def test_an_untrained_network_fails() -> None:
    assert prove(untrained(0)).verdict == "fails"


def test_an_adder_made_by_hand_is_proved() -> None:
    result = prove(handmade())
    assert (result.verdict, result.history) == ("proved", 1)
    assert result.words == "Proved: it adds numbers of any length (9 boxes)."


@pytest.mark.parametrize("excess", [1e-5, 1e-6])
def test_a_carry_that_leaks_by_a_millionth_a_step_is_not_proved(excess: float) -> None:
    leaky = handmade(40.0, LEAK_LIMIT + excess, carry_gain=8.0)
    length = 6_000
    assert answers(leaky, [((1 << 400) - 1, 1)], 402) == [1 << 400]
    assert answers(leaky, [((1 << length) - 1, 1)], length + 2) != [1 << length]
    assert prove(leaky).verdict != "proved"


def test_a_carry_that_leaks_but_holds_is_proved() -> None:
    assert prove(handmade(40.0, LEAK_LIMIT - 0.05, carry_gain=8.0)).verdict == "proved"


@pytest.mark.parametrize("scale", [1e-13, 1e-300])
def test_outputs_too_close_to_call_are_not_proved(scale: float) -> None:
    sound = handmade()
    faint = sound._replace(w_hy=sound.w_hy * scale, b_y=sound.b_y * scale)
    assert prove(faint).verdict == "not proved"


def test_an_answer_that_hangs_on_rounding_is_not_proved() -> None:
    sound = handmade()
    brittle = sound._replace(w_hy=np.array([1e15, -1e15, 1e15]), b_y=np.array([-1.0]))
    assert prove(brittle).verdict != "proved"


def test_weights_that_overflow_are_not_proved() -> None:
    huge = Weights(*(np.sign(array) * 1.7e308 for array in handmade()))
    assert prove(huge, most_history=2).verdict != "proved"


def test_a_wrong_sign_anywhere_is_never_proved() -> None:
    sound = handmade()
    for name, array in sound._asdict().items():
        for place in map(tuple, np.argwhere(array != 0)):
            wrong = array.copy()
            wrong[place] *= -1
            assert prove(sound._replace(**{name: wrong})).verdict == "fails", (name, place)


def test_weights_that_are_not_finite_are_refused() -> None:
    with pytest.raises(ValueError, match="b_y must be finite"):
        prove(handmade()._replace(b_y=np.array([np.nan])))


# ---- the check -----------------------------------------------------------------------------------


def sound_boxes() -> Boxes:
    boxes = prove(fixed(0)).boxes
    assert boxes
    return boxes


def test_the_check_refuses_boxes_too_small_for_what_leads_into_them() -> None:
    boxes, situations = sound_boxes(), situations_of(2)
    assert holds(fixed(0), situations, boxes)
    for side, sign in ((boxes.low, 1), (boxes.high, -1)):
        for box, unit in np.ndindex(side.shape):
            if box == 0:
                continue
            kept = side[box, unit]
            side[box, unit] += sign * 0.5 * (boxes.high[box, unit] - boxes.low[box, unit])
            assert not holds(fixed(0), situations, boxes), (box, unit, sign)
            side[box, unit] = kept


def test_the_check_refuses_boxes_without_the_start() -> None:
    boxes, situations = prove(handmade()).boxes, situations_of(1)
    assert boxes
    alike = 1  # after the pair 00 all goes on as from the start, but the state is not zero
    assert (situations.following[alike] == situations.following[0]).all()
    boxes.low[0], boxes.high[0] = boxes.low[alike], boxes.high[alike]
    assert not holds(handmade(), situations, boxes)
    boxes.low[0] = 0
    assert holds(handmade(), situations, boxes)


def test_the_check_refuses_boxes_that_its_rounding_margin_does_not_cover() -> None:
    idle = Weights(  # the adder made by hand and a unit without any weight
        *(
            np.pad(array, [(0, extra) for extra in added])
            for array, added in zip(handmade(), [(0, 1), (1, 1), (1,), (1,), (0,)], strict=True)
        )
    )
    boxes, situations = prove(idle).boxes, situations_of(1)
    assert boxes
    assert holds(idle, situations, boxes)
    boxes.low[1, 3] = -5
    assert not holds(idle, situations, boxes)
    boxes.low[1, 3], boxes.high[1, 3] = 0, 5
    assert not holds(idle, situations, boxes)


@pytest.mark.parametrize("value", [np.nan, -np.inf, -1.0])
def test_the_check_refuses_boxes_that_are_no_boxes_of_states(value: float) -> None:
    boxes = sound_boxes()
    boxes.low[5, 3] = value
    assert not holds(fixed(0), situations_of(2), boxes)


def test_the_check_refuses_a_demand_for_the_wrong_bit() -> None:
    situations = situations_of(2)
    for number in range(1, len(situations.demanded)):
        wrong = situations.demanded.copy()
        wrong[number] ^= 1
        assert not holds(fixed(0), situations._replace(demanded=wrong), sound_boxes())


def test_the_bounds_hold_the_exact_image_to_fifty_digits() -> None:
    random = np.random.RandomState(3)
    for weights in (fixed(0), tutorial(0), handmade(1e4)):
        units = len(weights.b_h)
        ends = np.sort(random.random_sample((2, 1, units)), axis=0)
        for boxes in (Boxes(ends[0], ends[1]), Boxes(ends[0], ends[0])):
            image = proof._image(weights, boxes)
            for _ in range(5):
                corner = np.where(random.random_sample(units) < 0.5, boxes.low[0], boxes.high[0])
                for pair in range(4):
                    for unit, exact in enumerate(exact_step(weights, corner, PAIRS[pair])):
                        assert Decimal(image.low[0, pair, unit]) < exact
                        assert Decimal(image.high[0, pair, unit]) > exact


def test_the_bounds_hold_the_exact_image_where_large_terms_cancel() -> None:
    random = np.random.RandomState(4)
    for _ in range(20):
        state = random.random_sample(16)
        weights = Weights(*(1e6 * array for array in untrained(4)))
        weights = weights._replace(b_h=-(weights.w_xh.sum(axis=0) + state @ weights.w_hh))
        image = proof._image(weights, Boxes(state[None], state[None]))
        for unit, exact in enumerate(exact_step(weights, state, PAIRS[3])):
            assert Decimal(image.low[0, 3, unit]) < exact
            assert Decimal(image.high[0, 3, unit]) > exact


def test_no_output_is_sure_whose_sign_hangs_on_rounding() -> None:
    random = np.random.RandomState(5)
    for bit in (0, 1):
        state = random.random_sample((2, 16))
        w_hy = 1e6 * random.standard_normal(16)
        weights = fixed(0)._replace(w_hy=w_hy, b_y=-(state[1:] @ w_hy))
        situations = situations_of(1)._replace(demanded=np.array([0, bit]))
        assert (proof._margins(weights, situations, Boxes(state, state)) < 0).all()


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
