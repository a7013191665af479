"""What a sum teaches, against other ways of finding it: `backward`, `forward` and small nudges."""

import numpy as np
import pytest

from binadd import network
from binadd.inside.lesson import blame_of_each, lesson
from binadd.inside.through_time import look
from binadd.network import Array, Weights
from tests.trained import digits_of, fixed, handmade, tutorial, untrained

SUM = (44, 87, 8)
NETWORKS = [untrained(0), tutorial(0, 4_000), fixed(0), untrained(3, hidden=1), handmade(2.0)]


def example(a: int, b: int, bits: int) -> tuple[Array, Array]:
    return digits_of([a, b], bits).T, digits_of([a + b], bits)[0]


def gradient_of_one(weights: Weights, output: int) -> Weights:
    """The gradient by `backward` as it is, with the errors of all other outputs set to zero."""
    inputs, targets = example(*SUM)
    trace = network.forward(weights, inputs)
    alone = trace.outputs.copy()  # where an output is its own target, it has no error
    alone[output] = targets[output]
    return network.backward(weights, trace, alone)


@pytest.mark.parametrize("weights", NETWORKS)
def test_the_blame_of_one_output_is_that_of_backward_without_the_errors_of_all_others(
    weights: Weights,
) -> None:
    view = look(weights, *SUM)
    for output, part in enumerate(blame_of_each(weights, view)):
        expected = gradient_of_one(weights, output)
        assert view.inputs.T @ part == pytest.approx(expected.w_xh, abs=1e-14)
        assert view.previous.T @ part == pytest.approx(expected.w_hh, abs=1e-14)
        assert part.sum(axis=0) == pytest.approx(expected.b_h, abs=1e-14)


def test_the_blame_of_each_step_can_be_told_from_backward_alone() -> None:
    """Its gradients are sums over the steps; with 16 units there are enough of them to solve."""
    weights = untrained(0)
    view, parts = look(weights, *SUM), blame_of_each(weights, look(weights, *SUM))
    for output in range(8):
        found = gradient_of_one(weights, output)
        sums = np.vstack([view.previous.T, np.ones((1, 8))])  # (17, T)
        solved, _, rank, _ = np.linalg.lstsq(sums, np.vstack([found.w_hh, found.b_h]), rcond=None)
        assert rank == 8
        assert solved == pytest.approx(parts[output], abs=1e-6)


@pytest.mark.parametrize("weights", NETWORKS)
def test_the_columns_of_the_triangle_add_up_to_the_whole_blame(weights: Weights) -> None:
    view = look(weights, *SUM)
    parts = blame_of_each(weights, view)
    assert parts.sum(axis=0) == pytest.approx(view.d_hidden, abs=1e-15)
    assert all((parts[output, output + 1 :] == 0).all() for output in range(8))


@pytest.mark.parametrize("weights", NETWORKS)
def test_sizes_are_those_of_the_parts(weights: Weights) -> None:
    taught, view = lesson(weights, SUM, 0.1, biases=True), look(weights, *SUM)
    parts = blame_of_each(weights, view)
    for t in range(8):
        assert taught.sizes[t] == pytest.approx(np.linalg.norm(view.d_hidden[t]))
        assert taught.later[t] == pytest.approx(np.linalg.norm(parts[t + 1 :, t].sum(axis=0)))
        own = view.blame_now[t] * view.hidden[t] * (1 - view.hidden[t])
        assert taught.reach[t, t] == pytest.approx(np.linalg.norm(own))
        assert taught.sizes[t] <= (taught.reach[t, t] + taught.later[t]) * (1 + 1e-12)
    assert taught.later[7] == 0
    assert taught.reach == pytest.approx(np.linalg.norm(parts, axis=-1))


def test_a_push_is_the_miss_times_the_slope() -> None:
    taught = lesson(tutorial(0), SUM, 0.1, biases=False)
    assert taught.errors == pytest.approx(taught.outputs - example(*SUM)[1])
    assert taught.slopes == pytest.approx(taught.outputs - taught.outputs**2)
    assert taught.d_output == pytest.approx(taught.errors * taught.slopes)


@pytest.mark.parametrize("biases", [False, True])
@pytest.mark.parametrize("alpha", [0.1, 2.0])
def test_the_error_before_and_after_is_that_of_forward_before_and_after_a_real_step(
    alpha: float, biases: bool
) -> None:
    inputs, targets = example(*SUM)
    for weights in NETWORKS:
        taught = lesson(weights, SUM, alpha, biases)
        trace = network.forward(weights, inputs)
        gradient = network.backward(weights, trace, targets)
        after = network.descend(weights, gradient, alpha, biases)
        again = network.forward(after, inputs)
        assert taught.loss_before == pytest.approx(network.loss(trace, targets), rel=1e-12)
        assert taught.loss_after == pytest.approx(network.loss(again, targets), rel=1e-12)
        assert taught.outputs_after == pytest.approx(again.outputs, abs=1e-14)
        for name, old, moved, new in zip(
            Weights._fields, weights, taught.change, after, strict=True
        ):
            assert old + moved == pytest.approx(new, abs=1e-14), name
        for name, found, expected in zip(Weights._fields, taught.whole, gradient, strict=True):
            assert found == pytest.approx(expected, abs=1e-14), name


def test_a_lesson_changes_no_weight() -> None:
    weights = untrained(0)
    lesson(weights, SUM, 0.1, biases=True)
    assert all((a == b).all() for a, b in zip(weights, untrained(0), strict=True))


def test_of_the_blame_for_bit_7_about_a_thousandth_arrives_at_bit_0_after_training() -> None:
    reach = lesson(tutorial(0), SUM, 0.1, biases=False).reach
    assert 1 / 1_100 < reach[7, 0] / reach[7, 7] < 1 / 800


@pytest.mark.parametrize("bits", [2, 16])
@pytest.mark.parametrize("hidden", [1, 64])
def test_there_is_a_lesson_at_any_width_and_with_any_number_of_units(
    bits: int, hidden: int
) -> None:
    taught = lesson(untrained(0, hidden), (1, 1, bits), 0.1, biases=False)
    assert taught.reach.shape == (bits, bits)
    assert taught.gradient.w_hh.shape == (bits, hidden, hidden)
    assert taught.loss_after < taught.loss_before


def test_without_memory_every_column_has_the_blame_of_its_own_output_alone() -> None:
    forgetful = tutorial(0)._replace(w_hh=np.zeros((16, 16)))
    reach = lesson(forgetful, SUM, 0.1, biases=False).reach
    assert np.count_nonzero(reach) == np.count_nonzero(np.diag(reach)) == 8


def test_tiny_blame_has_a_size_and_blame_beyond_all_floats_is_refused() -> None:
    faint = untrained(0)._replace(w_hy=untrained(0).w_hy * 1e-200)
    assert (lesson(faint, SUM, 0.1, biases=False).sizes > 0).all()
    wild = Weights(*(np.full_like(array, 1.7e308) for array in untrained(0)))
    wild = wild._replace(w_hh=-wild.w_hh)  # for 1 + 1 it takes infinity from infinity
    with (
        np.errstate(over="ignore", invalid="ignore"),
        pytest.raises(ValueError, match="so large that its blame cannot be computed"),
    ):
        lesson(wild, (3, 3, 8), 0.1, biases=False)
