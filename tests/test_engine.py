"""The engine has the numbers of the readable network and of the tutorial."""

import json
import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from binadd.fast.engine import Engine
from tests import readable

GOLDEN = Path(__file__).parent / "golden"
SHAPES = {
    "bits": st.integers(2, 12),
    "hidden": st.integers(1, 9),
    "seed": st.integers(0, 2**32 - 1),
    "biases": st.booleans(),
    "biases_from": st.sampled_from([0.0, 1.0]),
}


def assert_equal_to_readable(weights, pairs, bits, alpha, biases=False, batch=1, within=1e-10):
    engine = Engine(weights, bits, alpha, biases, batch)
    answers = engine.train(pairs)
    outputs, errors, trained = readable.train(weights, pairs, bits, alpha, biases, batch)
    assert answers.outputs == pytest.approx(outputs, rel=0, abs=within)
    assert answers.errors == pytest.approx(errors, rel=0, abs=within)
    for ours, theirs in zip(engine.weights, trained, strict=True):
        assert ours == pytest.approx(theirs, rel=0, abs=within)


@settings(max_examples=40, deadline=None)
@given(**SHAPES, alpha=st.floats(1e-6, 0.3))
def test_any_network_learns_as_the_readable_one(bits, hidden, seed, biases, biases_from, alpha):
    weights, pairs = readable.start(seed, hidden, bits, 30, biases_from)
    assert_equal_to_readable(weights, pairs, bits, alpha, biases)


@settings(max_examples=40, deadline=None)
@given(**SHAPES, batch=st.integers(2, 9))
def test_a_batch_learns_from_the_mean_gradient(bits, hidden, seed, biases, biases_from, batch):
    weights, pairs = readable.start(seed, hidden, bits, 5 * batch, biases_from)
    assert_equal_to_readable(weights, pairs, bits, 0.3, biases, batch)


@pytest.mark.parametrize(
    ("bits", "hidden", "alpha", "n"),
    [(2, 1, 0.1, 50), (64, 16, 0.1, 20), (8, 64, 0.1, 50), (8, 16, 1e-6, 50), (8, 16, 100, 3)],
)
@pytest.mark.parametrize("biases", [False, True])
def test_the_edges_of_what_is_possible_learn_alike(bits, hidden, alpha, n, biases):
    weights, pairs = readable.start(5, hidden, bits, n, biases_from=0.5)
    assert_equal_to_readable(weights, pairs, bits, alpha, biases)


@pytest.mark.parametrize("value", [0.0, 0.5, -30.0])
def test_units_that_begin_alike_learn_alike(value):
    weights, pairs = readable.start(0, 4, 8, 50)
    weights = type(weights)(*(np.full_like(array, value) for array in weights))
    assert_equal_to_readable(weights, pairs, 8, 0.1, biases=True)


def test_10_000_iterations_repeat_the_figures_of_the_tutorial():
    golden = json.loads((GOLDEN / "seed0_every_100.json").read_text())["every_100"]
    iterations, a, b, errors = (np.array(column) for column in zip(*golden, strict=True))
    weights, pairs = readable.start(0, 16, 8, 10_000)
    answers = Engine(weights, 8, 0.1).train(pairs)
    assert pairs[iterations].tolist() == np.stack([a, b], axis=1).tolist()
    assert answers.errors[iterations] == pytest.approx(errors, rel=0, abs=1e-10)


def test_its_answers_are_those_that_the_tutorial_prints():
    printed = re.findall(r"= (\d+)\n", (GOLDEN / "seed0_printed.txt").read_text())
    weights, pairs = readable.start(0, 16, 8, 10_000)
    outputs = Engine(weights, 8, 0.1).train(pairs).outputs[::1000]
    numbers = (outputs > 0.5) @ (1 << np.arange(8))
    assert numbers.tolist() == [int(number) for number in printed]


@pytest.mark.parametrize("batch", [1, 4])
def test_training_in_pieces_makes_no_difference_to_the_last_bit(batch):
    weights, pairs = readable.start(1, 16, 8, 120)
    at_once, piece_by_piece = (Engine(weights, 8, 2.0, True, batch) for _ in range(2))
    answers = at_once.train(pairs)
    pieces = [piece_by_piece.train(part) for part in np.split(pairs, [4, 24, 24, 88])]
    for whole, parts in zip(answers, zip(*pieces, strict=True), strict=True):
        assert np.array_equal(whole, np.concatenate(parts))
    for one, other in zip(at_once.weights, piece_by_piece.weights, strict=True):
        assert np.array_equal(one, other)


def test_an_engine_built_from_the_weights_of_another_goes_on_exactly_as_that_one():
    weights, pairs = readable.start(2, 16, 8, 200, biases_from=1.0)
    first = Engine(weights, 8, 0.7, biases=True)
    first.train(pairs[:100])
    second = Engine(first.weights, 8, 0.7, biases=True)
    assert np.array_equal(first.train(pairs[100:]).outputs, second.train(pairs[100:]).outputs)


def test_without_biases_the_given_ones_count_but_stay_as_they_are():
    weights, pairs = readable.start(3, 8, 8, 50, biases_from=1.0)
    engine = Engine(weights, 8, 0.3)
    engine.train(pairs)
    assert np.array_equal(engine.weights.b_h, weights.b_h)
    assert np.array_equal(engine.weights.b_y, weights.b_y)
    assert not np.array_equal(engine.weights.w_hy, weights.w_hy)


def test_neither_the_weights_it_got_nor_those_it_gave_change_when_it_learns():
    weights, pairs = readable.start(4, 8, 8, 10)
    kept = [array.copy() for array in weights]
    engine = Engine(weights, 8, 0.3)
    given = engine.weights
    engine.train(pairs)
    for array, mine, got in zip(kept, weights, given, strict=True):
        assert np.array_equal(array, mine)
        assert np.array_equal(array, got)


def test_a_learning_rate_far_too_large_freezes_the_network_but_breaks_nothing():
    weights, pairs = readable.start(0, 16, 8, 1000)
    engine = Engine(weights, 8, 100.0, biases=True)
    answers = engine.train(pairs)
    assert np.isfinite(answers.outputs).all()
    assert all(np.isfinite(array).all() for array in engine.weights)


def test_no_examples_teach_nothing():
    weights, pairs = readable.start(0, 16, 8, 0)
    outputs, errors = Engine(weights, 8, 0.1).train(pairs)
    assert outputs.shape == (0, 8)
    assert errors.shape == (0,)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"bits": 1}, "bits must be from 2 to 64, not 1"),
        ({"bits": 65}, "bits must be from 2 to 64, not 65"),
        ({"batch": 0}, "batch must be 1 or more, not 0"),
    ],
)
def test_what_cannot_be_is_refused_when_it_is_built(options, message):
    weights, _ = readable.start(0, 4, 8, 0)
    with pytest.raises(ValueError, match=message):
        Engine(weights, **{"bits": 8, "alpha": 0.1, **options})


def test_weights_that_are_no_numbers_are_refused():
    weights, _ = readable.start(0, 4, 8, 0)
    weights.w_hh[1, 2] = np.nan
    with pytest.raises(ValueError, match="w_hh must be finite"):
        Engine(weights, 8, 0.1)


def test_a_batch_that_is_not_full_is_refused():
    weights, pairs = readable.start(0, 4, 8, 10)
    with pytest.raises(ValueError, match="batches of 4, but there are 10"):
        Engine(weights, 8, 0.1, batch=4).train(pairs)
