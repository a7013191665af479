"""Checkpoints: bounded in number, however long the run."""

import numpy as np
import pytest

from binadd import network
from binadd.training.checkpoints import MOST, SPACING, Checkpoint, Checkpoints

WEIGHTS = network.initial_weights(np.random.RandomState(0), 2)


def checkpoint(iteration):
    return Checkpoint(iteration, WEIGHTS, np.random.RandomState(0).get_state())


def history_up_to(last, step):
    history = Checkpoints(checkpoint(0))
    for iteration in range(step, last + 1, step):
        if history.wants(iteration):
            history.keep(checkpoint(iteration))
    return history


def test_there_are_never_more_than_the_most_and_never_less_than_half_of_them():
    for last in (SPACING * MOST, SPACING * MOST * 3, SPACING * MOST * 50):
        assert MOST // 2 - 1 <= len(history_up_to(last, SPACING)) <= MOST


@pytest.mark.parametrize("asked", [0, 1, 99, 100, 5_050, 999_999])
def test_the_checkpoint_before_an_iteration_is_never_after_it_and_not_far(asked):
    found = history_up_to(1_000_000, 37).before(asked).iteration
    assert found <= asked
    assert asked - found <= 2 * 1_000_000 / (MOST / 2)


def test_before_the_start_there_is_nothing():
    with pytest.raises(ValueError, match="iteration must be 50 or later, not 49"):
        Checkpoints(checkpoint(50)).before(49)
