"""What a challenge wants, as behaviour: functions of a trial and of the honest run."""

import numpy as np

from binadd.trying.trial import Honest, Trial
from binadd.trying.verdict import is_sooner


def _right(trial: Trial) -> bool:
    return bool(trial.check and trial.check.right and not trial.mistake)


def _knows(trial: Trial) -> bool:
    return bool(trial.points and trial.points[-1].exact == 1 and not trial.mistake)


def repaired(trial: Trial, honest: Honest) -> bool:
    """Is the gradient right, and every sum in the end?"""
    return _right(trial) and _knows(trial)


def right_below_zero(trial: Trial, honest: Honest) -> bool:
    """Are there states below zero, which no sigmoid has, and is the gradient right?"""
    if not _right(trial) or trial.written is None or trial.weights is None:
        return False
    hidden = trial.written["forward"](trial.weights, np.ones((3, 2))).hidden
    return bool(np.min(hidden) < 0)


def sooner(trial: Trial, honest: Honest) -> bool:
    """Is every sum right, for good, sooner than with ours?"""
    return _knows(trial) and is_sooner(trial, honest)


def _moved(trial: Trial, *names: str) -> bool:
    if trial.start is None or trial.weights is None:
        return False
    return all(
        bool(np.any(getattr(trial.start, name) != getattr(trial.weights, name))) for name in names
    )


def memory_learns(trial: Trial, honest: Honest) -> bool:
    """Does the memory learn, and everything else is as it should be?"""
    return repaired(trial, honest) and _moved(trial, "w_hh")


def biases_learn(trial: Trial, honest: Honest) -> bool:
    """Do the biases learn, and the network with them sooner than ours?"""
    return _right(trial) and sooner(trial, honest) and _moved(trial, "b_h", "b_y")
