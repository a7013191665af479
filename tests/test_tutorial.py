"""The tutorial-style loop has the published figures and agrees with the readable network."""

import json
import re
from pathlib import Path

import numpy as np
import pytest

from binadd.speed import tutorial
from tests import readable

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def seed_0():
    return tutorial.train(bits=8, hidden=16, alpha=0.1, iterations=10_000, seed=0)


def test_its_errors_are_those_of_the_published_script(seed_0):
    golden = json.loads((GOLDEN / "seed0_every_100.json").read_text())["every_100"]
    iterations, _, _, errors = (np.array(column) for column in zip(*golden, strict=True))
    # the same to the last bit where the figures were made; matrix products differ elsewhere
    assert seed_0.errors[iterations] == pytest.approx(errors, rel=0, abs=1e-12)


def test_its_answers_are_those_that_the_published_script_prints(seed_0):
    printed = (GOLDEN / "seed0_printed.txt").read_text()
    shown = [bits.split() for bits in re.findall(r"Pred:\[(.*)\]", printed)]
    assert seed_0.answers[::1000, ::-1].tolist() == [[int(bit) for bit in bits] for bits in shown]


@pytest.mark.parametrize(("bits", "hidden", "seed"), [(2, 1, 1), (8, 16, 2), (12, 5, 3)])
def test_it_learns_as_the_readable_network(bits, hidden, seed):
    lesson = tutorial.train(bits, hidden, alpha=0.3, iterations=60, seed=seed)
    weights, pairs = readable.start(seed, hidden, bits, 60)
    outputs, errors, trained = readable.train(weights, pairs, bits, alpha=0.3)
    assert lesson.errors == pytest.approx(errors, rel=0, abs=1e-12)
    assert np.array_equal(lesson.answers, outputs > 0.5)
    for ours, theirs in zip(lesson.weights, trained, strict=True):
        assert ours == pytest.approx(theirs, rel=0, abs=1e-12)


def test_no_iterations_leave_the_first_weights():
    lesson = tutorial.train(8, 16, 0.1, iterations=0, seed=7)
    weights, _ = readable.start(7, 16, 8, 0)
    assert lesson.errors.shape == (0,)
    for ours, theirs in zip(lesson.weights, weights, strict=True):
        assert np.array_equal(ours, theirs)
