import numpy as np
import pytest

from binadd.inside.through_time import derivative, look
from binadd.network import Weights, backward, forward
from tests.trained import digits_of, fixed, handmade, tutorial, untrained

SUMS = [(0, 0), (1, 1), (53, 75), (127, 127), (127, 1), (85, 42)]


def example(a: int, b: int, bits: int) -> tuple[np.ndarray, np.ndarray]:
    return digits_of([a, b], bits).T, digits_of([a + b], bits)[0]


@pytest.mark.parametrize(("a", "b"), SUMS)
def test_the_steps_of_the_gradient_add_up_to_that_of_the_network(a: int, b: int) -> None:
    for weights in (untrained(0), tutorial(0), fixed(0)):
        inputs, targets = example(a, b, 8)
        whole = backward(weights, forward(weights, inputs), targets)
        steps = look(weights, a, b, 8).gradient
        for name, of_steps, expected in zip(Weights._fields, steps, whole, strict=True):
            assert of_steps.shape == (8, *expected.shape)
            assert of_steps.sum(axis=0) == pytest.approx(expected, abs=1e-14), name


@pytest.mark.parametrize(("a", "b"), SUMS)
def test_every_state_and_output_is_the_sigmoid_of_the_terms_shown(a: int, b: int) -> None:
    for weights in (untrained(1), fixed(1)):
        view = look(weights, a, b, 8)
        trace = forward(weights, example(a, b, 8)[0])
        terms = view.from_input.sum(axis=1) + view.from_memory.sum(axis=1) + weights.b_h
        assert view.hidden == pytest.approx(1 / (1 + np.exp(-terms)), abs=1e-13)
        assert view.hidden_input == pytest.approx(terms, abs=1e-13)
        assert view.hidden == pytest.approx(trace.hidden[1:], abs=1e-13)
        terms = view.to_output.sum(axis=1) + weights.b_y
        assert view.outputs == pytest.approx(1 / (1 + np.exp(-terms)), abs=1e-13)
        assert view.output_input == pytest.approx(terms, abs=1e-13)
        assert view.outputs == pytest.approx(trace.outputs, abs=1e-13)


def test_memory_is_the_state_of_the_step_before() -> None:
    view = look(tutorial(0), 53, 75, 8)
    assert (view.previous[0] == 0).all()
    assert (view.previous[1:] == view.hidden[:-1]).all()
    assert view.from_memory[3, 5, 7] == view.hidden[2, 5] * tutorial(0).w_hh[5, 7]
    assert view.from_input[2, 1, 4] == (75 >> 2 & 1) * tutorial(0).w_xh[1, 4]


def test_errors_are_outputs_minus_the_bits_of_the_true_sum() -> None:
    view = look(untrained(0), 100, 55, 8)
    assert sum(int(bit) << place for place, bit in enumerate(view.targets)) == 155
    assert view.errors == pytest.approx(view.outputs - view.targets)


def loss_from(
    weights: Weights, view_of: tuple[int, int, int], step: int, state: np.ndarray
) -> float:
    """Half the squared error of this and all later steps, if `step` ended in `state`."""
    inputs, targets = example(*view_of)
    total = 0.0
    for t in range(step, len(inputs)):
        if t > step:
            z = inputs[t] @ weights.w_xh + state @ weights.w_hh + weights.b_h
            state = 1 / (1 + np.exp(-z))
        output = 1 / (1 + np.exp(-(state @ weights.w_hy + weights.b_y[0])))
        total += 0.5 * float(output - targets[t]) ** 2
    return total


@pytest.mark.parametrize("step", [0, 3, 7])
def test_the_blame_of_a_state_is_what_nudging_it_changes(step: int) -> None:
    weights, numbers = tutorial(0, 4_000), (53, 75, 8)
    view = look(weights, *numbers)
    for unit in range(16):
        nudge = np.zeros(16)
        nudge[unit] = 1e-5
        more = loss_from(weights, numbers, step, view.hidden[step] + nudge)
        less = loss_from(weights, numbers, step, view.hidden[step] - nudge)
        blame = view.blame_now[step, unit] + view.blame_later[step, unit]
        assert (more - less) / 2e-5 == pytest.approx(blame, abs=1e-9)
        slope = view.hidden[step, unit] * (1 - view.hidden[step, unit])
        assert view.d_hidden[step, unit] == pytest.approx(blame * slope, abs=1e-15)


def test_nothing_is_to_blame_for_what_comes_after_the_last_step() -> None:
    assert (look(untrained(0), 53, 75, 8).blame_later[-1] == 0).all()


def test_both_derivatives_agree_for_every_weight() -> None:
    for weights in (untrained(2, hidden=4), tutorial(2, 3_000, hidden=4), handmade(2.0)):
        for name, array in weights._asdict().items():
            for index in np.ndindex(array.shape):
                both = derivative(weights, (53, 75, 8), name, index)
                assert both.numeric == pytest.approx(both.analytic, abs=1e-8), (name, index)


def test_the_numeric_derivative_is_of_its_own_making() -> None:
    close, coarse = (derivative(untrained(0), (53, 75, 8), "w_hh", (2, 3), n) for n in (1e-5, 3.0))
    assert close.analytic == coarse.analytic
    assert abs(close.numeric - close.analytic) < 1e-8 < abs(coarse.numeric - coarse.analytic)


def test_looking_changes_no_weight() -> None:
    weights = untrained(0)
    look(weights, 53, 75, 8)
    derivative(weights, (53, 75, 8), "b_y", (0,))
    assert all((a == b).all() for a, b in zip(weights, untrained(0), strict=True))


@pytest.mark.parametrize(("a", "b"), [(128, 0), (0, 128)])
def test_numbers_whose_sum_might_not_fit_are_refused(a: int, b: int) -> None:
    with pytest.raises(ValueError, match="number needs 8 bits, more than width 7"):
        look(untrained(0), a, b, 8)
