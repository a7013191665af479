"""Functions that somebody might have written in the place of ours, and what comes of them."""

from functools import cache

import numpy as np

from binadd.in_parts import finish
from binadd.settings import Settings
from binadd.trying import gradient_check, results
from binadd.trying.challenge import Edits, edited
from binadd.trying.trial import Honest, Trial, honest
from binadd.trying.written import Written

TUTORIAL, SHORT = Settings(), Settings(iterations=300)
BLAME = " + d_hidden[t + 1] @ weights.w_hh.T"
OUTPUT_SLOPE = " * outputs * (1 - outputs)"


def example(seed, steps):
    """One sum's bits at random; they need not belong together."""
    random = np.random.RandomState(seed)
    inputs = random.randint(2, size=(steps, 2)).astype(float)
    return inputs, random.randint(2, size=steps).astype(float)


def checked(*edits, seed=0, hidden=6, steps=5):
    """The gradient check of our text with some changes."""
    written = Written(edited(edits))
    weights = results.initial_weights(written, np.random.RandomState(seed), hidden)
    return finish(gradient_check.check(written, weights, [example(seed, steps)]))


def wrong(check):
    """The names of the arrays that a check blames."""
    return [array.name for array in check.arrays if not array.right]


@cache
def tried(edits: Edits = (), settings: Settings = TUTORIAL) -> Trial:
    """A trial of our text with some changes, at its end."""
    return trial_of(edited(edits), settings)


def trial_of(text: str, settings: Settings = SHORT) -> Trial:
    """A trial at its end."""
    trial = Trial(text, settings)
    finish(trial.work())
    return trial


@cache
def usual(settings: Settings = TUTORIAL) -> Honest:
    """The honest run."""
    return finish(honest(settings))
