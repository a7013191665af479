"""Is `backward` the gradient of `loss`? Held against central differences, array by array.

The measured slope along a weight is (L(w + s) - L(w - s)) / 2 s, from nothing but their own
`forward` and `loss`. Where it disagrees, a shorter step s is tried too: a kink of the function
between both points is nobody's mistake. The weights are moved a little at random first, so that no
zero hides anything.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from binadd.in_parts import Parts
from binadd.network import Array, Weights
from binadd.trying import results
from binadd.trying.results import Example
from binadd.trying.written import Written

STEPS = (1e-5, 1e-6)  # the first errs least; the other is tried where it disagrees
RELATIVE = 2e-7  # of the largest number of the gradient: what a measured slope errs by, at most
ABSOLUTE = 2e-9  # where the gradient is tiny: rounding, divided by the step
MOVED = 0.2  # by at most so much the weights are moved before
PART = 25  # weights that are measured in one part of the work


class Worst(NamedTuple):
    """The entry of an array that is furthest from the measured one."""

    place: tuple[int, ...]
    said: float  # by `backward`
    measured: float


class ArrayCheck(NamedTuple):
    """How one array of the gradient compares with the measured one."""

    name: str
    right: bool
    degrees: float  # between both as directions; NaN where one of them is all zero
    length: float  # of theirs, in lengths of the measured one; NaN where that is zero
    error: float  # the largest difference, in parts of the largest number of the gradient
    worst: Worst


class GradientCheck(NamedTuple):
    """What the check found."""

    arrays: tuple[ArrayCheck, ...]  # in the order of Weights
    degrees: float  # between both gradients as a whole
    cross_entropy: bool  # it is the gradient of the cross-entropy instead

    @property
    def right(self) -> bool:
        """Is every array right?"""
        return all(array.right for array in self.arrays)


def check(written: Written, weights: Weights, examples: list[Example]) -> Parts[GradientCheck]:
    """Check the gradient at these weights, summed over the examples, in parts.

    Raises Mistake if a function fails, or returns what it must not.
    """
    random = np.random.RandomState(0)
    weights = Weights(*(each + random.uniform(-MOVED, MOVED, each.shape) for each in weights))
    said = _said(written, weights, examples)
    objective = _objective(written, examples)
    measured, entropy = yield from _measured(objective, weights, said)
    whole = [np.concatenate([array.ravel() for array in each]) for each in (said, measured)]
    limit = _limit(measured)
    return GradientCheck(
        tuple(
            _compared(name, theirs, slopes, limit)
            for name, theirs, slopes in zip(Weights._fields, said, measured, strict=True)
        ),
        _degrees(*whole),
        cross_entropy=_agree(said, entropy) and not _agree(said, measured),
    )


Objective = Callable[[Weights], Array]  # (2,): their loss and the cross-entropy


def _objective(written: Written, examples: list[Example]) -> Objective:
    def objective(weights: Weights) -> Array:
        total = np.zeros(2)
        for inputs, targets in examples:
            trace, outputs = results.forward(written, weights, inputs)
            total += results.loss(written, trace, targets), _cross_entropy(outputs, targets)
        return total

    return objective


@np.errstate(all="ignore")
def _said(written: Written, weights: Weights, examples: list[Example]) -> Weights:
    found = []
    for inputs, targets in examples:
        trace, _ = results.forward(written, weights, inputs)
        found.append(results.backward(written, weights, trace, targets))
    return Weights(*(sum(arrays) for arrays in zip(*found, strict=True)))


def _cross_entropy(outputs: Array, targets: Array) -> float:
    with np.errstate(all="ignore"):  # of outputs that are no shares it is none
        terms = targets * np.log(outputs) + (1 - targets) * np.log(1 - outputs)
    return float(-terms.sum())


def _measured(
    objective: Objective, weights: Weights, said: Weights
) -> Parts[tuple[Weights, Weights]]:
    """Measure the slopes along every weight: of their loss, and of the cross-entropy."""
    slopes = Weights(*(np.zeros((*array.shape, 2)) for array in weights))
    scale = max(float(np.abs(array).max()) for array in said)
    for done, (array, index) in enumerate(_entries(weights)):
        theirs = float(said[array][index])
        slopes[array][index] = _slope(objective, weights, array, index, theirs, scale)
        if done % PART == 0:
            yield None
    return Weights(*(each[..., 0] for each in slopes)), Weights(*(each[..., 1] for each in slopes))


def _entries(weights: Weights) -> Iterator[tuple[int, tuple[int, ...]]]:
    for place, array in enumerate(weights):
        for index in np.ndindex(array.shape):
            yield place, index


@np.errstate(all="ignore")  # what is not finite is told in words
def _slope(
    objective: Objective,
    weights: Weights,
    place: int,
    index: tuple[int, ...],
    said: float,
    scale: float,
) -> Array:
    """Measure along one weight; where the first step disagrees, by the one that fits best."""
    best = np.full(2, np.inf)
    for step in STEPS:
        values = []
        for moved in (step, -step):
            arrays = [array.copy() if at == place else array for at, array in enumerate(weights)]
            arrays[place][index] += moved
            values.append(objective(Weights(*arrays)))
        found = (values[0] - values[1]) / (2 * step)
        if step == STEPS[0] or abs(found[0] - said) < abs(best[0] - said):
            best = found
        if not abs(best[0] - said) > RELATIVE * scale + ABSOLUTE:
            break
    return best


def _limit(gradient: Weights) -> float:
    """Return by how much an entry may differ from a measured one."""
    return RELATIVE * max(float(np.abs(array).max()) for array in gradient) + ABSOLUTE


@np.errstate(all="ignore")
def _agree(said: Weights, measured: Weights) -> bool:
    pairs = zip(said, measured, strict=True)
    limit = _limit(measured)
    return all(bool((np.abs(one - other) <= limit).all()) for one, other in pairs)


@np.errstate(all="ignore")
def _compared(name: str, said: Array, measured: Array, limit: float) -> ArrayCheck:
    apart = np.abs(said - measured)
    apart[np.isnan(apart)] = np.inf
    index = tuple(int(at) for at in np.unravel_index(int(apart.argmax()), apart.shape))
    norm, error = float(np.linalg.norm(measured)), float(apart[index])
    return ArrayCheck(
        name,
        right=error <= limit,
        degrees=_degrees(said.ravel(), measured.ravel()),
        length=float(np.linalg.norm(said)) / norm if norm else np.nan,
        error=error / (limit / RELATIVE),
        worst=Worst(index, float(said[index]), float(measured[index])),
    )


@np.errstate(all="ignore")
def _degrees(one: Array, other: Array) -> float:
    """Return the angle between two directions; NaN where one of them is none."""
    lengths = float(np.linalg.norm(one) * np.linalg.norm(other))
    if not lengths or not np.isfinite(lengths):
        return float("nan")
    return float(np.degrees(np.arccos(np.clip(one @ other / lengths, -1, 1))))
