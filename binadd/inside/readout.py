"""Where the network keeps the carry, and how honestly one may say so.

Two read-outs of the hidden state are compared: one unit with one threshold, and a weighted sum of
all units. Each is fitted to tell a bit (the carry, or the bit of the sum) in every state that
sums go through, and scored on how often it is right, a state counting as often as sums are in it.
The threshold is the best there is; the weighted sum is the one of least squares, which need not
be the one that is right most often, so now and then a single unit beats it.

Compare with `chance`, and with the same figures for the untrained network: much of the carry can
be read from random weights, too.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from binadd.in_parts import Parts, finish, in_larger_parts
from binadd.judging.states import States, reachable
from binadd.network import Array, Weights

QUICK_BITS = 5  # width of the sums that a read-out is fitted to that follows a training
TOGETHER = 16  # units that are fitted in one part of that work


class Cut(NamedTuple):
    """A threshold that divides the values of one unit."""

    threshold: float
    rising: bool  # whether the bit is read as one above the threshold, or below
    accuracy: float
    gap: float  # the threshold may move by half of this, up or down, and divide them the same


class Reading(NamedTuple):
    """How well one bit can be read from the hidden state, by each unit and by all together."""

    chance: float  # how often the commoner value of the bit is right
    thresholds: Array  # (H,) the best for each unit
    rising: NDArray[np.bool_]  # (H,) whether the bit is read as one above or below the threshold
    accuracies: Array  # (H,) the share of steps of sums in which this unit is right
    gaps: Array  # (H,) the width around the threshold that no value lies in
    weights: Array  # (H,) of the sum over all units that is read as one above zero
    intercept: float
    accuracy: float  # the share of steps of sums in which that sum is right

    @property
    def best_unit(self) -> int:
        """The unit that is right most often; of several, the one with the widest gap."""
        return int(np.lexsort((self.gaps, self.accuracies))[-1])


class Readout(NamedTuple):
    """Both bits that a schoolbook adder has to know at every step."""

    carry: Reading  # what it carries to the next step
    sum_bit: Reading  # what it writes down


def read_out(weights: Weights, bits: int) -> Readout:
    """Fit at once; see `read_out_in_parts`."""
    return finish(read_out_in_parts(weights, bits))


def read_out_in_parts(weights: Weights, bits: int) -> Parts[Readout]:
    """Fit both read-outs to both bits, over all steps of all sums (see `states.reachable`)."""
    states = reachable(weights, bits)
    yield
    carry = yield from _fit(states, states.carry == 1)
    sum_bit = yield from _fit(states, states.sum_bit == 1)
    return Readout(carry, sum_bit)


def read_carry_in_parts(weights: Weights, bits: int) -> Parts[Reading]:
    """Fit the read-out of the carry alone, in half the time."""
    states = reachable(weights, bits)
    yield
    return (yield from _fit(states, states.carry == 1))


def read_carry_quickly(weights: Weights, bits: int) -> Parts[Reading]:
    """Fit the same to sums of QUICK_BITS bits, if not fewer: soon done, again and again."""
    fit = read_carry_in_parts(weights, min(bits, QUICK_BITS))
    return (yield from in_larger_parts(fit, TOGETHER))


def _fit(states: States, ones: NDArray[np.bool_]) -> Parts[Reading]:
    cuts = []
    for values in states.hidden.T:
        order = np.argsort(values, kind="stable")
        cuts.append(_best_cut(values[order], ones[order], states.share[order]))
        yield
    return _reading(states, ones, cuts)


def _reading(states: States, ones: NDArray[np.bool_], cuts: list[Cut]) -> Reading:
    of_ones = float(states.share @ ones)
    weights, intercept = _least_squares(states.hidden, ones, states.share)
    wrong = (states.hidden @ weights + intercept > 0) != ones
    return Reading(
        chance=max(of_ones, 1 - of_ones),
        thresholds=np.array([cut.threshold for cut in cuts]),
        rising=np.array([cut.rising for cut in cuts]),
        accuracies=np.array([cut.accuracy for cut in cuts]),
        gaps=np.array([cut.gap for cut in cuts]),
        weights=weights,
        intercept=intercept,
        accuracy=1 - float(states.share @ wrong),
    )


def _best_cut(values: Array, ones: NDArray[np.bool_], share: Array) -> Cut:
    """Divide ascending values (N,) at the threshold that tells ones from zeros best."""
    gain = np.where(ones, -share, share)  # of moving a value from above the threshold to below
    right = share @ ones + np.concatenate([[0.0], np.cumsum(gain)])  # (N + 1,) with i values below
    edges = np.concatenate([[values[0] - 1], values, [values[-1] + 1]])
    gaps = np.diff(edges)  # (N + 1,) what each threshold would lie in the middle of
    rise, fall = np.where(gaps > 0, [right, share.sum() - right], -np.inf)
    rising = bool(rise.max() >= fall.max())
    accuracies = rise if rising else fall
    best = accuracies > accuracies.max() - 1e-12
    cut = int(np.argmax(np.where(best, gaps, 0)))
    threshold = float((edges[cut] + edges[cut + 1]) / 2)
    wrong = ((values > threshold) == ones) != rising
    return Cut(threshold, rising, 1 - float(share @ wrong), float(gaps[cut]))


def _least_squares(hidden: Array, ones: NDArray[np.bool_], share: Array) -> tuple[Array, float]:
    """Fit +1 for ones and -1 for zeros with a weighted sum of all units and an intercept."""
    target = np.where(ones, 1.0, -1.0)
    centre, middle = share @ hidden, float(share @ target)
    spread = hidden - centre
    weighted = spread.T * share
    # of several equally good fits, take the one with the smallest weights
    weights = np.linalg.lstsq(weighted @ spread, weighted @ (target - middle), rcond=1e-12)[0]
    return np.asarray(weights, dtype=np.float64), middle - float(centre @ weights)
