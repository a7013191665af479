from dataclasses import replace

import numpy as np
import pytest

from binadd.judging import certificate, checker
from binadd.judging.proof import prove
from binadd.judging.states import PAIRS
from binadd.network import Weights
from binadd.settings import PRESETS
from binadd.training.run import Run
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
    assert result.certified
    (following, carry), boxes, margin = result.certified
    for a, b in [((1 << 300) - 1, 1), *long_sums(np.random.RandomState(seed), 1, 2_000)]:
        state, situation = np.zeros(16), 0
        for place in range(2_001):
            pair = (a >> place & 1, b >> place & 1)
            read = np.array(pair) @ weights.w_xh
            state = 1 / (1 + np.exp(-(state @ weights.w_hh + read + weights.b_h)))
            situation = following[situation, PAIRS.index(pair)]
            low = (2 << place) - 1
            assert carry[situation] == ((a & low) + (b & low)) >> (place + 1)
            assert (boxes.low[situation] <= state).all()
            assert (boxes.high[situation] >= state).all()
            away = float(state @ weights.w_hy + weights.b_y[0])
            assert abs(away) >= margin


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
    assert result.verdict == "proved"
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


@pytest.mark.parametrize(("scale", "verdict"), [(1e-9, "not proved"), (1e-300, "fails")])
def test_outputs_too_close_to_call_are_not_proved(scale: float, verdict: str) -> None:
    sound = handmade()
    faint = sound._replace(w_hy=sound.w_hy * scale, b_y=sound.b_y * scale)
    assert prove(faint).verdict == verdict


def test_an_answer_that_hangs_on_rounding_is_not_proved() -> None:
    sound = handmade()
    brittle = sound._replace(w_hy=np.array([1e15, -1e15, 1e15]), b_y=np.array([-1.0]))
    assert prove(brittle).verdict != "proved"


def test_weights_that_overflow_are_not_proved() -> None:
    huge = Weights(*(np.sign(array) * 1.7e308 for array in handmade()))
    assert prove(huge, most_history=2).verdict != "proved"


def huge_and_proved_before() -> Weights:
    """A sound network with units whose sums are infinite, and what hears them NaN."""
    sound = fixed(0)
    extra, heard, size = 5, 3, 1.7e308
    units = 16 + extra + heard
    w_xh, w_hh = np.zeros((2, units)), np.zeros((units, units))
    w_xh[:, :16], w_hh[:16, :16] = sound.w_xh, sound.w_hh
    w_xh[0, 16 : 16 + extra], w_xh[1, 16 : 16 + extra] = size, -size
    w_hh[16 : 16 + extra, -heard:] = size * (-1) ** np.arange(extra)[:, None]
    w_hy, b_h = np.zeros(units), np.zeros(units)
    w_hy[:16], b_h[:16], w_hy[-heard:] = sound.w_hy, sound.b_h, 1.0
    return Weights(w_xh, w_hh, w_hy, b_h, sound.b_y)


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_no_bound_that_is_not_finite_proves_anything() -> None:
    assert prove(fixed(0)).verdict == "proved"
    assert prove(huge_and_proved_before()).verdict != "proved"


def test_a_wrong_sign_anywhere_is_never_proved() -> None:
    sound = handmade()
    for name, array in sound._asdict().items():
        for place in map(tuple, np.argwhere(array != 0)):
            wrong = array.copy()
            wrong[place] *= -1
            assert prove(sound._replace(**{name: wrong})).verdict == "fails", (name, place)


@pytest.mark.parametrize("seed", [0, 1])
def test_where_no_history_is_long_enough_states_are_told_apart_by_themselves(seed: int) -> None:
    weights = fixed(seed)
    result = prove(weights, most_history=0)  # as if none were
    assert result.search  # for a wrong sum, before that
    assert (result.verdict, result.failure) == ("proved", None)
    assert result.certified
    assert result.certified.situations.steps > 1
    assert "adds numbers of any length" in checker.check_text(
        certificate.text(weights, result.certified)
    )
    pairs = [*long_sums(np.random.RandomState(1), 10, 600), ((1 << 599) - 1, 1)]
    assert answers(weights, pairs, 600) == [a + b for a, b in pairs]


def test_nearly_every_seed_of_the_preset_is_proved() -> None:
    """All of the seeds 0 to 199 are tried by the bench; these, in seconds."""
    verdicts = []
    for seed in range(12):
        run = Run(replace(PRESETS["fixed"], seed=seed))
        run.advance(run.settings.iterations)
        verdicts.append(prove(run.weights, trained=8).verdict)
    assert verdicts.count("proved") >= 11


def test_weights_that_are_not_finite_are_refused() -> None:
    with pytest.raises(ValueError, match="b_y must be finite"):
        prove(handmade()._replace(b_y=np.array([np.nan])))
