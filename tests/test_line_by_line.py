"""The values of every line are those that the network computes, and every line has one."""

import ast

import numpy as np
import pytest

from binadd import network
from binadd.inside import through_time
from binadd.settings import Settings
from binadd.trying.line_by_line import OUTSIDE, read
from binadd.trying.written import ours
from tests.trained import tutorial

SUM = (44, 87)
LOOK = through_time.look(tutorial(0, 1_000), *SUM, 8)
READING = read(tutorial(0, 1_000), LOOK.inputs, LOOK.targets, Settings())
LINES = ours().splitlines()


def line_of(beginning, after="def sigmoid"):
    start = next(at for at, line in enumerate(LINES) if line.startswith(after))
    return next(
        at
        for at, line in enumerate(LINES, start=1)
        if at > start and line.strip().startswith(beginning)
    )


def value(beginning, name, step=OUTSIDE, after="def forward"):
    line = line_of(beginning, after)
    (found,) = [n for n in READING.notes if (n.line, n.step, n.name) == (line, step, name)]
    return found.value


def test_forward_notes_every_state_and_the_outputs():
    for t in range(8):
        assert np.allclose(value("hidden[t + 1]", "hidden[t + 1]", t), LOOK.hidden[t])
        drive = value("return np.asarray", "return", t, after="def sigmoid")
        assert np.allclose(drive, LOOK.hidden[t])
    assert np.allclose(value("outputs =", "outputs"), LOOK.outputs)
    assert value("steps =", "steps") == 8


def test_backward_notes_the_blame_of_every_pass_and_the_gradient():
    after = "def backward"
    for t in range(8):
        blame = value("blame =", "blame", t, after)
        assert np.allclose(blame, LOOK.blame_now[t] + LOOK.blame_later[t])
        assert np.allclose(value("d_hidden[t] =", "d_hidden[t]", t, after), LOOK.d_hidden[t])
        assert np.allclose(value("state =", "state", t, after), LOOK.hidden[t])
    assert np.allclose(value("d_output =", "d_output", after=after), LOOK.d_output)
    for name in network.Weights._fields:
        shares = getattr(LOOK.gradient, name).sum(axis=0)
        assert np.allclose(value(f"{name}=", name, after=after), shares)


def test_the_weights_are_those_that_were_drawn_and_the_parts_of_a_tuple_have_their_names():
    drawn = network.initial_weights(np.random.RandomState(0), 16)
    assert np.array_equal(value("w_hh =", "w_hh", after="def initial_weights"), drawn.w_hh)
    assert np.array_equal(value("w_xh, w_hh", "w_hy"), tutorial(0, 1_000).w_hy)


def test_products_tell_the_shapes_of_both_sides():
    line = line_of("hidden[t + 1]", "def forward")
    shapes = [(p.left, p.right) for p in READING.products if p.line == line]
    assert sorted(shapes) == [((2,), (2, 16)), ((16,), (16, 16))]


@pytest.mark.parametrize("hidden", [1, 3])
def test_every_line_that_gives_something_a_name_is_noted(hidden):
    weights = network.initial_weights(np.random.RandomState(1), hidden)
    found = read(weights, LOOK.inputs, LOOK.targets, Settings(hidden=hidden, seed=1))
    noted = {note.line for note in found.notes}
    given = {node.lineno for node in ast.walk(ast.parse(ours())) if isinstance(node, ast.Assign)}
    words = [LINES[line - 1].strip() for line in sorted(given - noted)]
    assert words == [
        "stepped = Weights(*(w - alpha * g for w, g in zip(weights, gradient, strict=True)))",
        "gradients = []",
        "trace = forward(weights, inputs)",
        "weights = descend(weights, mean(gradients), alpha, biases)",
        "gradients = []",
    ]


def test_nothing_of_the_network_is_changed_by_reading_it():
    weights = tutorial(0, 1_000)
    before = [array.copy() for array in weights]
    read(weights, LOOK.inputs, LOOK.targets, Settings())
    assert all(map(np.array_equal, before, weights))
