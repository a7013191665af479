"""Is it a 1? Every way in which the package answers that must say the same of the same network."""

import numpy as np
import pytest

from binadd import network
from binadd.bits import to_bits
from binadd.fast.engine import Engine
from binadd.in_parts import finish
from binadd.judging.addition import add
from binadd.judging.evaluation import evaluate
from binadd.judging.screening import all_right_in_parts, screen_in_parts
from binadd.judging.states import follow, says
from binadd.network import Weights
from tests.trained import fixed, handmade

BITS = 4


def faint(weights: Weights, scale: float) -> Weights:
    return weights._replace(w_hy=weights.w_hy * scale, b_y=weights.b_y * scale)


def ways(weights: Weights, a: int, b: int) -> dict[str, list[int]]:
    """The bits of a + b, the lowest first, as each part of the package reads them."""
    inputs = np.stack([to_bits(a, BITS), to_bits(b, BITS)], axis=1).astype(float)
    trace = network.forward(weights, inputs)
    outputs = Engine(weights, BITS, 1e-300).train(np.array([[a, b]])).outputs[0]
    tried = evaluate(weights, BITS)
    row = int(np.flatnonzero((tried.pairs == (a, b)).all(axis=1))[0])
    truth = to_bits(a + b, BITS)
    return {
        "network": network.bits_said(trace.outputs).tolist(),
        "adder": add(weights, a, b, BITS).said.tolist(),
        "states": says(weights, trace.hidden[1:]).tolist(),
        "engine": network.bits_said(outputs).tolist(),
        "evaluation": np.where(tried.right[row], truth, 1 - truth).tolist(),
    }


@pytest.mark.parametrize("scale", [1.0, 1e-3, 1e-9, 1e-14, 1e-17, 1e-300, 0.0])
def test_all_ways_of_answering_draw_the_line_at_the_same_place(scale: float) -> None:
    for weights in (faint(handmade(), scale), faint(fixed(0), scale)):
        for a, b in ((0, 0), (1, 2), (3, 5), (7, 7)):
            answers = ways(weights, a, b)
            assert len(set(map(tuple, answers.values()))) == 1, answers


@pytest.mark.parametrize("scale", [1.0, 1e-9, 1e-12, 1e-17, 0.0])
def test_screening_draws_it_there_too(scale: float) -> None:
    weights = faint(handmade(), scale)
    right = evaluate(weights, BITS).exact == 1
    _, passed = finish(screen_in_parts([weights], BITS))
    assert bool(passed[0]) == finish(all_right_in_parts(weights, BITS)) == right == (scale > 1e-15)


def test_an_output_of_exactly_one_half_is_a_zero() -> None:
    silent = Weights(*(np.zeros_like(array) for array in handmade()))
    assert says(silent, follow(silent, np.zeros((1, 3)))).tolist() == [[0, 0, 0, 0]]
    assert network.bits_said([0.5, np.nextafter(0.5, 1)]).tolist() == [0, 1]
