"""What one sum teaches the network: whose error is to blame, where it goes, and what it changes.

The blame travels back through time. As `network.backward` is linear in the errors, the blame of a
step is the sum of what each output's error alone would send there; `reach` has the size of each of
these parts. Sizes of vectors do not add up as the vectors do: parts may point different ways.
"""

from typing import NamedTuple

import numpy as np

from binadd import network
from binadd.inside.through_time import View, look
from binadd.network import Array, Weights


class Lesson(NamedTuple):
    """One sum, its blame and one step of descent; T steps, H hidden units, row t is step t."""

    inputs: Array  # (T, 2) the bits that are read
    targets: Array  # (T,) the bits of the true sum
    previous: Array  # (T, H) the hidden state before the step
    hidden: Array  # (T, H) the hidden state after it
    outputs: Array  # (T,)
    errors: Array  # (T,) output minus target
    slopes: Array  # (T,) of the sigmoid where the output stands, 1/4 at most
    d_output: Array  # (T,) errors times slopes
    d_hidden: Array  # (T, H) the blame, with respect to the input of the hidden units
    sizes: Array  # (T,) the size of each step's blame
    later: Array  # (T,) the size of what all later outputs have sent there
    reach: Array  # (T, T) at [i, t]: the size of what output i alone sends to step t; 0 if t > i
    gradient: Weights  # each step's share: each array has T in front
    whole: Weights  # the gradient of the sum: the shares added up
    before: Weights  # the weights
    change: Weights  # what one step of descent adds to them
    outputs_after: Array  # (T,) of the same sum after that step
    loss_before: float  # half the squared error
    loss_after: float


def lesson(weights: Weights, numbers: tuple[int, int, int], alpha: float, biases: bool) -> Lesson:
    """Follow the blame of one sum, and really make the step that it asks for, on a copy.

    numbers: the two that are added, and the bits of the sum, as for `through_time.look`
    alpha, biases: as for `network.descend`

    Raises ValueError if the numbers do not fit, or if the blame is beyond what floats can hold.
    """
    view = look(weights, *numbers)
    parts = blame_of_each(weights, view)
    late = np.tril(np.ones((len(parts), len(parts))), -1)  # at [i, t]: is output i later than t?
    whole = Weights(*(array.sum(axis=0) for array in view.gradient))
    after = network.descend(weights, whole, alpha, biases)
    trace = network.forward(after, view.inputs)
    done = Lesson(
        *(view.inputs, view.targets, view.previous, view.hidden, view.outputs, view.errors),
        slopes=view.outputs * (1 - view.outputs),
        d_output=view.d_output,
        d_hidden=view.d_hidden,
        sizes=_size(view.d_hidden),
        later=_size(np.einsum("it,ith->th", late, parts)),
        reach=_size(parts),
        gradient=view.gradient,
        whole=whole,
        before=weights,
        change=Weights(*(new - old for new, old in zip(after, weights, strict=True))),
        outputs_after=trace.outputs,
        loss_before=float(0.5 * np.sum(view.errors**2)),
        loss_after=network.loss(trace, view.targets),
    )
    if not all(np.isfinite(array).all() for array in (done.reach, done.outputs_after)):
        raise ValueError("some weights are so large that its blame cannot be computed")
    return done


def blame_of_each(weights: Weights, view: View) -> Array:
    """Return d_hidden as it would be if one output alone had erred: (T, T, H).

    At [i, t]: what the error of output i makes of step t; nothing reaches a step after it.
    """
    steps, units = view.hidden.shape
    parts = np.zeros((steps, steps, units))
    later = np.zeros((steps, units))  # row i: what output i sends back to the step in hand
    for t in reversed(range(steps)):
        later[t] = view.blame_now[t]
        parts[:, t] = later * view.hidden[t] * (1 - view.hidden[t])
        later = parts[:, t] @ weights.w_hh.T
    return parts


def _size(vectors: Array) -> Array:
    """Return the Euclidean length along the last axis, of the tiniest too."""
    return np.asarray(np.hypot.reduce(vectors, axis=-1))
