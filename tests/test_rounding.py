"""No way of computing the network errs by more than the enclosure of its states allows."""

from decimal import Decimal, localcontext

import numpy as np
import pytest

from binadd.fast.packing import pack, unpack
from binadd.in_parts import finish
from binadd.judging import enclosure
from binadd.judging.evaluation import evaluate
from binadd.judging.proof import prove
from binadd.judging.screening import all_right_in_parts
from binadd.judging.states import PAIRS
from binadd.network import Weights, sigmoid
from tests.trained import fixed, handmade, untrained


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
