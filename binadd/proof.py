"""Proof that a network adds numbers of every length, by interval arithmetic.

After any number of steps a schoolbook adder is in one of finitely many situations: the carry of
a few steps ago and the pairs read since (see `situations`). Each situation gets a box, an
interval for every hidden unit, such that

1. the box of the start holds the zero state,
2. from every box, reading any of the four pairs leads into the box of the next situation,
3. in every box, the network writes down the bit that the situation demands.

Boxes with these three properties are a proof, by induction over the steps, for sums of any
number of bits; where they come from does not matter. `_grow` looks for them, by guess and
widening; `holds` checks them, and it alone decides.

Rounding. `holds` must cover what it computes itself and what the network will compute, in any
order of summation, with or without fused multiply-add. Let u = 2^-53. A sum of n products in
float64 errs by at most n u / (1 - n u) times the sum S of their sizes (Higham, Accuracy and
Stability of Numerical Algorithms, section 3.1). States lie between 0 and 1, so S is at most the
sum of the sizes of the weights that meet in a unit. The network adds H + 3 products and the
bounds 2 H + 3; together they err by less than (3 H + 8) u S. The margin is 8 (H + 4) u S, more
than twice as much, which leaves room for the rounding of S itself and for boxes that reach a
hundredth beyond 0 and 1. tanh errs by a few units in the last place, which is less than 1e-15 in
a state, here as in the network; the margin for that is SLACK = 1e-12. The same margins keep the
input of the output unit away from zero. Every comparison is such that NaN fails it.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from binadd import counterexample, network
from binadd.counterexample import CounterExample, Search
from binadd.network import Array, Weights
from binadd.parts import Parts, finish
from binadd.situations import Situations, situations_of
from binadd.states import PAIRS

SLACK = 1e-12  # covers the rounding of sigmoid, as the difference of two states
WIDENING = 1e-9  # how much wider than their content boxes grow, so that growing ends
ROUNDS = 400  # give up growing after so many

Verdict = Literal["proved", "fails", "not proved"]


class Boxes(NamedTuple):
    """One interval for every hidden unit in every situation; N situations."""

    low: Array  # (N, H)
    high: Array  # (N, H)


@dataclass(frozen=True)
class Proof:
    """A verdict on sums of every length and what stands behind it."""

    verdict: Verdict
    history: int  # how many pairs a situation remembers; 0 unless proved
    boxes: Boxes | None  # the proof
    margin: float  # the output unit's input stays at least this far from zero; 0 unless proved
    search: Search | None  # for a wrong sum; only made where the proof did not succeed

    @property
    def failure(self) -> CounterExample | None:
        """The sum that comes out wrong, if one was found."""
        return self.search.found if self.search else None

    @property
    def words(self) -> str:
        """The verdict in a sentence."""
        if self.boxes:
            return f"Proved: it adds numbers of any length ({len(self.boxes.low):,} boxes)."
        start = "It fails." if self.failure else "Not proved."
        return f"{start} {self.search.words}" if self.search else start


def prove(weights: Weights, most_history: int = 5) -> Proof:
    """Decide at once; see `prove_in_parts`."""
    return finish(prove_in_parts(weights, most_history))


def prove_in_parts(weights: Weights, most_history: int = 5) -> Parts[Proof]:
    """Look for a proof with longer and longer histories, then for a sum that comes out wrong.

    Raises ValueError if the weights are not finite.
    """
    network.checked(weights)
    for history in range(1, most_history + 1):
        situations = situations_of(history)
        boxes = yield from _grow(weights, situations)
        if boxes and holds(weights, situations, boxes):
            margin = float(_margins(weights, situations, boxes).min())
            return Proof("proved", history, boxes, margin, search=None)
    search = yield from counterexample.search(weights)
    verdict: Verdict = "fails" if search.found else "not proved"
    return Proof(verdict, 0, None, 0.0, search)


# ---- the check -----------------------------------------------------------------------------------


def holds(weights: Weights, situations: Situations, boxes: Boxes) -> bool:
    """Check the three properties of a proof."""
    bounded = (boxes.low >= -0.01).all() and (boxes.high <= 1.01).all()
    starts = (boxes.low[0] <= 0).all() and (boxes.high[0] >= 0).all()
    image = _image(weights, boxes)
    next_low, next_high = boxes.low[situations.following], boxes.high[situations.following]
    leads = (image.low >= next_low).all() and (image.high <= next_high).all()
    writes = (_margins(weights, situations, boxes) > 0).all()
    return bool(bounded and starts and leads and writes)


@np.errstate(over="ignore", invalid="ignore")
def _image(weights: Weights, boxes: Boxes) -> Boxes:
    """Bound the states after reading each of the four pairs in a box: (N, 4, H)."""
    read = (np.array(PAIRS, dtype=np.float64) @ weights.w_xh + weights.b_h)[None]
    size = np.abs(weights.w_hh).sum(axis=0) + np.abs(weights.w_xh).sum(axis=0)
    error = _rounding(weights, size + np.abs(weights.b_h))
    low, high = _product(boxes, weights.w_hh)
    return Boxes(
        network.sigmoid(low[:, None] + read - error) - SLACK,
        network.sigmoid(high[:, None] + read + error) + SLACK,
    )


@np.errstate(over="ignore", invalid="ignore")
def _margins(weights: Weights, situations: Situations, boxes: Boxes) -> Array:
    """Return how far the output unit's input surely is on the right side of zero: (N - 1,).

    The start, where nothing is written down, is left out.
    """
    error = _rounding(weights, np.abs(weights.w_hy).sum() + np.abs(weights.b_y)) + SLACK
    low, high = _product(boxes, weights.w_hy)
    ones = situations.demanded == 1
    margins = np.where(ones, low + weights.b_y - error, -(high + weights.b_y + error))
    return np.asarray(margins[1:])


def _product(boxes: Boxes, matrix: Array) -> Boxes:
    """Bound `state @ matrix` for every state in a box, up to rounding."""
    up, down = np.maximum(matrix, 0), np.minimum(matrix, 0)
    return Boxes(boxes.low @ up + boxes.high @ down, boxes.high @ up + boxes.low @ down)


def _rounding(weights: Weights, size: Array) -> Array:
    """Return the margin for sums whose terms have sizes that add up to `size`."""
    return np.asarray(8 * (len(weights.b_h) + 4) * 2.0**-53 * size)


# ---- the guess -----------------------------------------------------------------------------------


def _grow(weights: Weights, situations: Situations) -> Parts[Boxes | None]:
    """Grow boxes from the zero state until they hold all that they lead to.

    Returns None once some box has grown too wide to demand one bit, or after ROUNDS.
    """
    count, units = len(situations.demanded), len(weights.b_h)
    low, high = np.full((count, units), 2.0), np.full((count, units), -1.0)  # empty
    low[0] = high[0] = 0
    order = np.argsort(situations.following, axis=None, kind="stable")  # steps, by where they lead
    first = np.searchsorted(situations.following.ravel()[order], np.arange(1, count))
    for _ in range(ROUNDS):
        empty = low[:, 0] > high[:, 0]
        image = _image(weights, Boxes(low, high))
        image.low[empty], image.high[empty] = 2, -1
        lowest = np.minimum.reduceat(image.low.reshape(-1, units)[order], first)
        highest = np.maximum.reduceat(image.high.reshape(-1, units)[order], first)
        if (lowest >= low[1:]).all() and (highest <= high[1:]).all():
            return Boxes(low, high)
        low[1:] = np.minimum(low[1:], lowest - WIDENING)
        high[1:] = np.maximum(high[1:], highest + WIDENING)
        if not (_margins(weights, situations, Boxes(low, high))[~empty[1:]] > 0).all():
            return None
        yield
    return None
