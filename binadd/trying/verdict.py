"""What a trial has shown, in words: of the gradient, and of the learning beside ours."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from binadd.numerals import percent
from binadd.trying.gradient_check import RELATIVE, ArrayCheck, GradientCheck
from binadd.trying.trial import Honest, Point, Trial

PARALLEL = 0.05  # degrees below which two directions are the same in words
SIDEWAYS = 5  # degrees around a right angle in which it goes neither up nor down


class Verdict(NamedTuple):
    """A headline and what stands under it; empty where nothing is known."""

    title: str
    gradient: str
    learning: str


def judge(trial: Trial, honest: Honest) -> Verdict:
    """Put a trial that has come to its end into words, beside the honest run."""
    gradient = of_gradient(trial.check) if trial.check else ""
    if trial.mistake:
        return Verdict(_title_of_mistake(trial), gradient, str(trial.mistake))
    return Verdict(_title(trial, honest), gradient, of_learning(trial.points, honest.points))


def all_right_from(points: Sequence[Point]) -> int | None:
    """After how many sums was every sum right, and stayed so? None: not even in the end."""
    wrong = [at for at, point in enumerate(points) if point.exact < 1]
    first = wrong[-1] + 1 if wrong else 0
    return points[first].iteration if first < len(points) else None


# ---- the gradient --------------------------------------------------------------------------------


def of_gradient(check: GradientCheck) -> str:
    """Say what the check found, which array is wrong, by how much, and what follows from it."""
    if check.right and math.isnan(check.degrees):
        return "All five arrays are zero, and so are the measured slopes: nothing moves."
    if check.right:
        return f"All five arrays are the measured slopes, to {RELATIVE:.0e} of the largest."
    wrong = [array for array in check.arrays if not array.right]
    turned = [array for array in wrong if array.degrees >= PARALLEL]
    others = [_otherwise_off(array) for array in wrong if array not in turned]
    found = _listed([*_turned(turned), *others])
    rest = "; everything else is right" if len(wrong) < len(check.arrays) else ""
    worst = max(wrong, key=lambda array: array.error)
    return f"{found}{rest}. {_worst(worst)} {_what_follows(check)}"


def _turned(arrays: Sequence[ArrayCheck]) -> list[str]:
    first = [f"{array.name} is off by {_degrees(array.degrees)}" for array in arrays[:1]]
    return first + [f"{array.name} by {_degrees(array.degrees)}" for array in arrays[1:]]


def _otherwise_off(array: ArrayCheck) -> str:
    if not math.isfinite(array.worst.said):
        return f"{array.name} holds what is no finite number"
    if math.isnan(array.degrees):
        return f"{array.name} {'is' if array.worst.said == 0 else 'should be'} all zero"
    return f"{array.name} points the right way, but is {array.length:.2g} times as long"


def _worst(array: ArrayCheck) -> str:
    place, said, measured = array.worst
    return (
        f"Worst at {array.name}{list(place)}: backward says {said:.3g}, measured is {measured:.3g}."
    )


def _what_follows(check: GradientCheck) -> str:
    if check.cross_entropy:
        return "It is exactly the gradient of another loss, the cross-entropy."
    if math.isnan(check.degrees):
        return "It has no direction to go."
    off = f"{_degrees(check.degrees)} off as a whole"
    if check.degrees < 90 - SIDEWAYS:
        return f"It goes downhill all the same: {off}."
    if check.degrees > 90 + SIDEWAYS:
        return f"It goes uphill: {off}."
    return f"It goes neither downhill nor uphill: {off}."


def _degrees(angle: float) -> str:
    return f"{angle:.1f} degrees" if angle < 10 else f"{angle:.0f} degrees"


def _listed(parts: list[str]) -> str:
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]


# ---- the learning --------------------------------------------------------------------------------


def of_learning(points: Sequence[Point], honest: Sequence[Point]) -> str:
    """Say what has changed in learning."""
    theirs, ours = all_right_from(points), all_right_from(honest)
    if theirs is None:
        sample = "" if points[-1].all_sums else " of a sample"
        end = f"{percent(points[-1].exact)} of the sums{sample} are right in the end"
        return f"{end}; of the honest network {percent(honest[-1].exact)}."
    if theirs == ours:
        return f"Every sum is right from {theirs:,} sums on, as with the honest network."
    beside = (
        f"instead of {ours:,}" if ours is not None else "which the honest network never reaches"
    )
    return f"Every sum is right from {theirs:,} sums on, {beside}."


def is_sooner(trial: Trial, honest: Honest) -> bool:
    """Was every sum right before the honest network had that?"""
    theirs, ours = all_right_from(trial.points), all_right_from(honest.points)
    return theirs is not None and (ours is None or theirs < ours)


def _title_of_mistake(trial: Trial) -> str:
    if not trial.points:
        return "It cannot be run."
    return f"It comes to an end after {trial.iteration:,} sums."


def _title(trial: Trial, honest: Honest) -> str:
    right = bool(trial.check and trial.check.right)
    gradient = "The right gradient" if right else "Not the gradient of this loss"
    exact, usual = trial.points[-1].exact, honest.points[-1].exact
    if is_sooner(trial, honest):
        return f"{gradient}, and learns sooner." if right else f"{gradient}, and better for it."
    if [point.exact for point in trial.points] == [point.exact for point in honest.points]:
        return f"{gradient}, and it learns as ours does."
    if exact >= usual:
        return (
            f"{gradient}, and it learns." if right else f"{gradient}, and it learns all the same."
        )
    if exact > 0.5:
        return (
            f"{gradient}, and it learns less." if not right else f"{gradient}, but it learns less."
        )
    return f"{gradient}, but it hardly learns." if right else f"{gradient}, and it hardly learns."
