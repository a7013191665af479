import numpy as np
import pytest

from binadd.inside.interventions import lesions, silence, transplant, without_memory
from binadd.judging.evaluation import evaluate
from binadd.network import forward
from tests.trained import answers, fixed, handmade, tutorial


@pytest.mark.parametrize("seed", range(8))
def test_without_memory_exactly_the_sums_that_never_carry_survive(seed: int) -> None:
    result = evaluate(without_memory(tutorial(seed)), 8)
    survivors = {tuple(pair) for pair in result.pairs[result.right.all(axis=1)].tolist()}
    assert survivors == {(a, b) for a in range(128) for b in range(128) if a & b == 0}
    assert len(survivors) == 3**7 == 2187


def test_a_silenced_unit_is_as_good_as_zero() -> None:
    weights = tutorial(0)
    pairs = [(a, b) for a in range(0, 128, 5) for b in range(0, 128, 7)]
    for unit in (0, 7, 15):
        gone = np.arange(16) != unit
        smaller = weights._replace(
            w_xh=weights.w_xh[:, gone],
            w_hh=weights.w_hh[gone][:, gone],
            w_hy=weights.w_hy[gone],
            b_h=weights.b_h[gone],
        )
        assert answers(silence(weights, unit), pairs, 8) == answers(smaller, pairs, 8)


def test_silencing_leaves_the_network_itself_alone() -> None:
    weights = handmade()
    silence(weights, 1)
    assert all((a == b).all() for a, b in zip(weights, handmade(), strict=True))


def test_the_adder_made_by_hand_loses_with_each_unit_what_it_stands_for() -> None:
    pairs = [(a, b) for a in range(128) for b in range(128)]
    survivors = [
        [a + b == 0 for a, b in pairs],  # without "at least one" it writes only zeros
        [a & b == 0 for a, b in pairs],  # without "at least two" it cannot carry
        [a & b & (a ^ b ^ (a + b)) == 0 for a, b in pairs],  # no place has three ones
    ]
    expected = [np.mean(right) for right in survivors]
    assert list(lesions(handmade(), 8)) == expected


def test_some_unit_is_vital_and_some_is_not() -> None:
    exact = list(lesions(tutorial(0), 8))
    assert len(exact) == 16
    assert min(exact) < 0.02
    assert max(exact) > 0.9


def test_there_is_no_unit_beyond_the_last() -> None:
    with pytest.raises(ValueError, match="unit must be from 0 to 2, not 3"):
        silence(handmade(), 3)


@pytest.mark.parametrize("seed", range(4))
def test_a_sum_is_finished_with_the_carry_of_the_donor(seed: int) -> None:
    random = np.random.RandomState(seed)
    carries = []
    for a, b, c, d in random.randint(0, 128, size=(150, 4)).tolist():
        for step in range(8):
            result = transplant(tutorial(seed), (a, b), (c, d), step, 8)
            assert result.as_expected, (a, b, c, d, step)
            assert result.answer == schoolbook(a, b, c, d, step)
            carries.append(result.donor_carry)
    assert 0.2 < np.mean(carries) < 0.6


def schoolbook(a: int, b: int, c: int, d: int, step: int) -> int:
    """Add a and b digit by digit, with the carry of c and d from `step` on."""
    carry, donor, answer = 0, 0, 0
    for place in range(8):
        if place == step:
            carry = donor
        total = (a >> place) % 2 + (b >> place) % 2 + carry
        donor = ((c >> place) % 2 + (d >> place) % 2 + donor) // 2
        answer, carry = answer + (total % 2 << place), total // 2
    return answer


def test_a_sum_with_its_own_state_is_an_ordinary_sum() -> None:
    inputs = np.array([[53 >> place & 1, 75 >> place & 1] for place in range(8)], dtype=float)
    result = transplant(tutorial(0), (53, 75), (53, 75), 4, 8)
    assert np.allclose(result.outputs, forward(tutorial(0), inputs).outputs, rtol=0, atol=1e-12)
    assert result.answer == result.expected == 128


def test_an_unreliable_network_is_seen_to_differ_from_the_schoolbook() -> None:
    early = tutorial(0, 3_000)
    results = [transplant(early, (a, 127 - a), (127, 127), 5, 8) for a in range(128)]
    assert not all(result.as_expected for result in results)


def test_numbers_wider_than_words_can_be_transplanted() -> None:
    a, b = (1 << 99) - 1, 1 << 80
    result = transplant(fixed(0), (a, b), (a, 1), 60, 101)
    assert result.answer == (a & (1 << 60) - 1) + (((a >> 60) + (b >> 60) + 1) << 60)


@pytest.mark.parametrize("step", [-1, 8])
def test_a_step_that_does_not_exist_is_refused(step: int) -> None:
    with pytest.raises(ValueError, match=f"step must be from 0 to 7, not {step}"):
        transplant(handmade(), (1, 1), (1, 1), step, 8)


def test_a_number_that_is_too_wide_is_refused() -> None:
    with pytest.raises(ValueError, match="needs 8 bits, more than width 7"):
        transplant(handmade(), (128, 1), (1, 1), 3, 8)
