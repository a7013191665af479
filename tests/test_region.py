"""Where the digits are the same whatever the order of adding, and what holds elsewhere."""

import re
from pathlib import Path

import numpy as np
import pytest

from binadd.fast import engine
from binadd.fast.engine import SAME_ALPHA, SAME_BITS, SAME_DIGITS, SAME_ITERATIONS, Engine
from binadd.fast.lockstep import Lockstep
from binadd.judging.evaluation import evaluate
from binadd.network import Weights, initial_weights
from tests import readable

ROOT = Path(__file__).parent.parent


def start(seed, hidden, bits, examples):
    random = np.random.RandomState(seed)
    weights = initial_weights(random, hidden)
    return weights, random.randint(0, 1 << (bits - 1), size=(examples, 2), dtype=np.int64)


def moved(weights, seed):
    """The same weights, each moved up or down by its last bit, or not at all."""
    random = np.random.RandomState(seed)
    epsilon = np.finfo(float).eps
    return Weights(*(w * (1 + epsilon * random.randint(-1, 2, size=w.shape)) for w in weights))


@pytest.mark.parametrize("hidden", [4, 16])
def test_inside_the_engine_has_the_errors_of_the_readable_network(hidden):
    weights, pairs = start(1, hidden, SAME_BITS, SAME_ITERATIONS)
    _, errors, _ = readable.train(weights, pairs, SAME_BITS, SAME_ALPHA, False, 1)
    ours = Engine(weights, SAME_BITS, SAME_ALPHA).train(pairs).errors
    assert np.abs(ours - errors).max() < SAME_DIGITS


@pytest.mark.parametrize("biases", [False, True])
@pytest.mark.parametrize(("hidden", "share"), [(4, 1), (16, 1), (64, 0.5)])
@pytest.mark.parametrize("bits", [4, SAME_BITS])
def test_inside_rounding_does_not_matter(bits, hidden, share, biases):
    weights, pairs = start(2, hidden, bits, int(share * SAME_ITERATIONS))
    alone = Engine(weights, bits, SAME_ALPHA, biases).train(pairs).errors
    both = Lockstep([weights, moved(weights, 3)], bits, [SAME_ALPHA] * 2, biases)
    errors = both.train(np.stack([pairs, pairs], axis=1))  # (n, 2)
    assert np.abs(errors - alone[:, None]).max() < SAME_DIGITS


def test_outside_digits_differ_but_the_network_learns_as_well():
    seeds = range(4)
    starts = [start(seed, 16, 8, 2_000) for seed in seeds]
    given = [weights for weights, _ in starts]
    given += [moved(weights, 9) for weights in given]
    nets = Lockstep(given, 8, [2.0] * 8, biases=True)
    errors = nets.train(np.stack([pairs for _, pairs in starts * 2], axis=1))
    assert np.abs(errors[:, :4] - errors[:, 4:]).max() > 1e-6
    assert [evaluate(nets.weights(net), 8).exact for net in range(8)] == [1.0] * 8


def test_the_readme_and_the_engine_state_the_same_region():
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    stated = re.search(
        r"to (\S+) with a learning rate of at most (\S+), (\d+) bits, 16 hidden units and (\S+) it",
        readme,
    )
    assert stated
    region = SAME_DIGITS, SAME_ALPHA, SAME_BITS, SAME_ITERATIONS
    assert tuple(float(number.replace(",", "")) for number in stated.groups()) == region
    assert "SAME_ITERATIONS" in (engine.__doc__ or "")
