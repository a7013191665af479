"""Sets of hidden states, and sets that surely hold whatever a network makes of them.

A box is an interval for every unit. A `Band` is a set that remembers how units vary together: all
states centre + e @ spread with every e[k] between -1 and 1. A box that is read through several
steps goes on as a band, since a wide interval for each unit by itself would forget that what one
unit adds another takes away.

What the margins are, and why they cover every rounding: see `proof`.
"""

from typing import NamedTuple

import numpy as np

from binadd.in_parts import Parts
from binadd.judging.schoolbook import Situations, runs
from binadd.judging.states import PAIRS, Bits
from binadd.network import Array, Weights, sigmoid

UNIT = 2.0**-24  # the unit roundoff of float32, the coarsest numbers that the package adds with
SLACK = 16 * UNIT  # covers the rounding of sigmoid, as the difference of two states
LARGEST = 2.0**100  # a unit whose terms have sizes that add up to more could overflow in float32
BEND = 0.0963  # more than the second derivative of sigmoid ever is: 1 / (6 sqrt(3))
OUTSIDE = 0.01  # how far boxes may reach beyond 0 and 1
AT_ONCE = 1 << 19  # numbers in the largest array of a part


class Boxes(NamedTuple):
    """An interval for every hidden unit; N boxes, also with further axes."""

    low: Array  # (N, H)
    high: Array  # (N, H)

    def rows(self, rows: slice) -> "Boxes":
        """Return some of the boxes."""
        return Boxes(self.low[rows], self.high[rows])

    @property
    def centre(self) -> Array:
        """The middle of each interval."""
        return (self.low + self.high) / 2

    @property
    def radius(self) -> Array:
        """Half of the width of each interval."""
        return (self.high - self.low) / 2


class Band(NamedTuple):
    """N sets of states: centre + e @ spread, each e[k] from -1 to 1."""

    centre: Array  # (N, H)
    spread: Array  # (N, K, H)


class Image(NamedTuple):
    """What reading runs of pairs makes of N boxes."""

    boxes: Boxes  # (N, 4**steps, H) around the states after each run
    margin: float  # the output unit's z surely keeps at least this far to the demanded side of 0


def sizes(weights: Weights) -> tuple[Array, float]:
    """Return 1 + the sizes of all terms of z, added up: of hidden units (H,), of the output unit.

    The 1 makes room for numbers that are too small for float32.
    """
    w_xh, w_hh, w_hy, b_h, b_y = map(np.abs, weights)
    hidden = 1 + w_hh.sum(axis=0) + w_xh.sum(axis=0) + b_h
    return hidden, float(1 + w_hy.sum() + b_y[0])


def rounding(weights: Weights) -> tuple[Array, float]:
    """Return how far z may be off in any way of computing it: (H,), and of the output unit."""
    hidden, output = sizes(weights)
    share = (2 * len(weights.b_h) + 16) * UNIT
    return share * hidden, share * output


@np.errstate(over="ignore")  # an infinite sum is no smaller than LARGEST
def bounded(weights: Weights) -> bool:
    """Say whether no way of computing z can overflow."""
    hidden, output = sizes(weights)
    return bool((hidden <= LARGEST).all() and output <= LARGEST)


def image_in_parts(weights: Weights, boxes: Boxes, carry: Bits, steps: int) -> Parts[Image]:
    """Let boxes (N, H), each with its carry (N,), read every run of `steps` pairs, in parts."""
    units = boxes.low.shape[1]
    largest = 4**steps * units * (1 if steps == 1 else units * steps)  # numbers made of one box
    many = max(1, AT_ONCE // largest)
    lows, highs, margin = [], [], np.inf
    for start in range(0, len(carry), many):
        some = slice(start, start + many)
        image = _image(weights, boxes.rows(some), carry[some], steps)
        lows.append(image.boxes.low)
        highs.append(image.boxes.high)
        margin = float(np.minimum(margin, image.margin))  # NaN stays NaN
        yield
    return Image(Boxes(np.concatenate(lows), np.concatenate(highs)), margin)


def _image(weights: Weights, boxes: Boxes, carry: Bits, steps: int) -> Image:
    count, units = boxes.low.shape
    bits, _ = runs(carry, steps)
    margins: list[float] = []
    states: Boxes | Band = boxes
    for step in range(steps - 1):
        states = band = read_on(weights, states)
        middle = band.centre @ weights.w_hy + weights.b_y
        reach = np.abs(band.spread @ weights.w_hy).sum(axis=1)
        margins.append(_margin(weights, middle - reach, middle + reach, bits[step]))
    low, high = (side.reshape(-1, units) for side in read(weights, states))
    positive, negative = np.maximum(weights.w_hy, 0), np.minimum(weights.w_hy, 0)
    lowest = low @ positive + high @ negative + weights.b_y
    highest = high @ positive + low @ negative + weights.b_y
    margins.append(_margin(weights, lowest, highest, bits[-1]))
    runs_of = (count, 4**steps, units)
    return Image(Boxes(low.reshape(runs_of), high.reshape(runs_of)), float(np.min(margins)))


def _margin(weights: Weights, low: Array, high: Array, bits: Bits) -> float:
    """Return how far z, between `low` and `high`, surely is to the side of 0 that bits demand."""
    error = rounding(weights)[1] + SLACK
    return float(np.min(np.where(bits == 1, low, -high)) - error)


def _centre(weights: Weights, states: Boxes | Band) -> Array:
    """Return the middle of z for each of the four pairs, (N, 4, H)."""
    pairs = np.array(PAIRS, dtype=np.float64) @ weights.w_xh + weights.b_h
    return np.asarray((states.centre @ weights.w_hh)[:, None] + pairs)


def _spread(weights: Weights, states: Boxes | Band) -> Array:
    """Return the spread of z, the same for all pairs, (N, K, H)."""
    if isinstance(states, Boxes):
        return np.asarray(states.radius[:, :, None] * weights.w_hh)
    return np.asarray(states.spread @ weights.w_hh)


def read(weights: Weights, states: Boxes | Band) -> Boxes:
    """Let N boxes or bands read each of the four pairs; return boxes, (N, 4, H)."""
    if isinstance(states, Boxes):  # as below, without the spread
        reach = states.radius @ np.abs(weights.w_hh)
    else:
        reach = np.abs(_spread(weights, states)).sum(axis=1)
    centre, reach = _centre(weights, states), (reach + rounding(weights)[0])[:, None]
    return Boxes(sigmoid(centre - reach) - SLACK, sigmoid(centre + reach) + SLACK)


def read_on(weights: Weights, states: Boxes | Band) -> Band:
    """Let N boxes or bands read each of the four pairs; return 4 N bands, K rows and H new ones.

    Between two points a sigmoid keeps within bend * reach**2 / 2 of the chord, `bend` being the
    most that its second derivative is there, and on one side of 0 it keeps to one side of the
    chord.
    """
    error = rounding(weights)[0]
    centre, spread = _centre(weights, states), _spread(weights, states)
    reach = (np.abs(spread).sum(axis=1) + error)[:, None]
    low, high = sigmoid(centre - reach), sigmoid(centre + reach)
    across = np.abs(centre) < reach
    steepest = np.where(across, 0.25, np.maximum(low * (1 - low), high * (1 - high)))
    bend = np.minimum(BEND, steepest * np.maximum(np.abs(1 - 2 * low), np.abs(1 - 2 * high)))
    gap = bend * reach**2 / 2
    slope = (high - low) / (2 * reach)
    middle = (low + high) / 2 + np.where(across, 0, np.sign(centre) * gap / 2)
    noise = np.where(across, gap, gap / 2) + slope * error + SLACK
    count, units = centre.size // centre.shape[-1], centre.shape[-1]
    kept = (spread[:, None] * slope[:, :, None]).reshape(count, -1, units)
    new = noise.reshape(count, units, 1) * np.eye(units)
    return Band(middle.reshape(count, units), np.concatenate([kept, new], axis=1))


def margin_in_parts(weights: Weights, situations: Situations, boxes: Boxes) -> Parts[float]:
    """Check that boxes are a proof (see `proof`); return how far z keeps from 0; else 0."""
    _, carries = runs(situations.carry, situations.steps)
    sound = (
        bounded(weights)
        and (boxes.low >= -OUTSIDE).all()
        and (boxes.high <= 1 + OUTSIDE).all()
        and (boxes.low <= boxes.high).all()
        and (boxes.low[0] <= 0).all()
        and (boxes.high[0] >= 0).all()
        and situations.carry[0] == 0
        and (situations.carry[situations.following].ravel() == carries[-1]).all()
    )
    if not sound:
        return 0.0
    image = yield from image_in_parts(weights, boxes, situations.carry, situations.steps)
    low, high = boxes.low[situations.following], boxes.high[situations.following]
    leads = (image.boxes.low >= low).all() and (image.boxes.high <= high).all()
    return image.margin if leads and image.margin > 0 else 0.0
