"""Checks a certificate that a network adds numbers of every length; trusts nobody.

This file stands alone: the standard library, whole numbers, no NumPy, nothing else of binadd. Run
it as `binadd check FILE`, or by itself: `python checker.py FILE`.

What is shown. The network has H hidden units h and reads one bit of each number at a step:

    z[j] = sum_i h[i] w_hh[i][j] + a w_xh[0][j] + b w_xh[1][j] + b_h[j],    new h[j] = s(z[j]),
    y = sum_j h[j] w_hy[j] + b_y,    it writes 1 if y > 0, else 0,    s(z) = 1 / (1 + exp(-z)).

A certificate lists situations, each with a carry and a box, low <= h <= high. If the first has the
carry 0 and holds h = 0; if from every box every run of `steps` pairs (a, b) leads into the box that
is named for it, which has the schoolbook's carry; and if after each pair the schoolbook's bit is
written: then sums of every length come out right, by induction over the runs.

Computers round. So it is shown for every machine whose z is off by up to (2 H + 16) / 2^24 times
1 + the sum of the sizes of all terms, and whose s is off by up to 2^-20; y must keep 2^-20 away
from 0 beyond that. Whatever computes in float32 or float64 is closer.

How. All numbers are whole multiples of 1 / ONE, and FEW makes room for what that rounds. A set of
states is centre + sum_k e[k] spread[k] for all e[k] from -1 to 1. After another pair, z is such a
set, and so is s(z) with some noise: from l to u, s keeps within m (u - l)^2 / 8 of its chord, m
being the most that |s''| = s (1 - s) |1 - 2 s| is there, and on one side of 0 it keeps to one side
of it.
"""

import json
import sys
from operator import mul
from typing import Any

ONE = 1 << 64
ROUNDING, SLACK, FEW = ONE >> 24, ONE >> 20, 1 << 16
BEND = ONE * 963 // 10_000  # |s''| is never more than 1 / (6 sqrt(3)), about 0.0962
MOST_BYTES, MOST_UNITS, MOST_STEPS = 100_000_000, 64, 3
PAIRS = ((0, 0), (0, 1), (1, 0), (1, 1))

Row = list[int]


class Refused(Exception):
    """The certificate proves nothing; the text says why."""


def demand(holds: object, otherwise: str) -> None:
    """Raise Refused, with the words given, unless something holds."""
    if not holds:
        raise Refused(otherwise)


def exponential(x: int) -> tuple[int, int]:
    """Return bounds of exp(-x), x from 0 to 64: Taylor's series of x / 2^n, squared n times."""
    one, n = ONE << 16, 0  # so that x / 2^n stays a whole number
    while x << 16 >> n > one >> 4:
        n += 1
    small, term, total = x << 16 >> n, one, one
    for k in range(1, 20):  # what is left out is below (1/16)^20 / 20!, far less than 1 unit
        term = term * small // (k * one)
        total += -term if k % 2 else term
    low, high = total - 40, total + 40
    for _ in range(n):
        low, high = low * low // one, high * high // one + 1
    return low >> 16, (high >> 16) + 1


def sigmoid(z: int) -> tuple[int, int]:
    """Return bounds of s(z)."""
    low, high = exponential(min(abs(z), 64 * ONE))
    low = 0 if abs(z) > 64 * ONE else low
    below, above = ONE * ONE // (ONE + high), ONE * ONE // (ONE + low) + 1  # of s(|z|)
    above = min(above, ONE)
    return (below, above) if z >= 0 else (ONE - above, ONE - below)


def dot(left: Row, right: Row) -> int:
    """Return the sum of the products, rounded downwards."""
    return int(sum(map(mul, left, right)) // ONE)


def units(number: Any, scale: int = ONE) -> int:
    """Return a float in units of 1 / scale, at most 1 too low."""
    demand(type(number) in (int, float), f"{str(number)[:40]} is no number")
    top, bottom = number.as_integer_ratio()
    return int(top * scale // bottom)


class Network:
    """The weights, and for each unit how far z may be off in any way of computing it."""

    def __init__(self, weights: dict[str, Any]) -> None:
        rows = [*weights["w_xh"], *weights["w_hh"], weights["w_hy"], weights["b_h"]]
        self.size = size = len(weights["b_h"])
        fits = len(rows) == size + 4 and len(weights["b_y"]) == 1 and 0 < size <= MOST_UNITS
        demand(fits and all(len(row) == size for row in rows), "its weights do not fit each other")
        *rows, self.w_hy, self.b_h = [[units(number) for number in row] for row in rows]
        self.b_y = units(weights["b_y"][0])
        self.w_xh, self.heard = rows[:2], [list(column) for column in zip(*rows[2:], strict=True)]
        terms = zip(*rows, self.b_h, strict=True)
        self.error = [self._error(sum(map(abs, column))) for column in terms]
        self.error_y = self._error(sum(map(abs, self.w_hy)) + abs(self.b_y)) + SLACK

    def _error(self, sizes: int) -> int:
        demand(sizes < ONE << 100, "its weights are so large that sums could overflow")
        return (2 * self.size + 16) * ROUNDING * (ONE + sizes) // ONE + FEW

    def writes(self, bit: int, low: int, high: int) -> None:
        """Refuse unless y - b_y, which lies from low to high, surely makes it write the bit."""
        sure = low + self.b_y > self.error_y if bit else high + self.b_y < -self.error_y
        demand(sure, f"a {1 - bit} could be written where the sum has a {bit}")

    def run(self, centre: Row, spread: list[Row], carry: int, steps: int) -> list[Any]:
        """Read all runs of pairs; return (carry, low, high) after each, the first pair slowest."""
        middle = [dot(centre, column) for column in self.heard]
        spread = [[dot(row, column) for column in self.heard] for row in spread]
        reach = [sum(map(abs, column)) for column in zip(*spread, self.error, strict=True)]
        after: list[Any] = []
        for a, b in PAIRS:
            carried, bit = divmod(a + b + carry, 2)
            read = zip(*self.w_xh, self.b_h, middle, strict=True)
            z = [a * first + b * second + bias + known for first, second, bias, known in read]
            low = [sigmoid(its - far)[0] for its, far in zip(z, reach, strict=True)]
            high = [sigmoid(its + far)[1] for its, far in zip(z, reach, strict=True)]
            if steps > 1:
                chords = list(map(chord, z, reach, low, high, self.error))
                after += self.run(*self._states(bit, spread, chords), carried, steps - 1)
            else:
                after.append((carried, *self._box(bit, low, high)))
        return after

    def _states(
        self, bit: int, spread: list[Row], chords: list[tuple[int, int, int]]
    ) -> tuple[Row, list[Row]]:
        """Return the set of states after a pair, if the bit is surely written in all of them."""
        centre, slopes, noise = map(list, zip(*chords, strict=True))
        kept = [[its * m // ONE for its, m in zip(row, slopes, strict=True)] for row in spread]
        kept += diagonal(noise)
        y, far = dot(centre, self.w_hy), sum(abs(dot(row, self.w_hy)) + 1 for row in kept)
        self.writes(bit, y - far, y + far)
        return centre, kept

    def _box(self, bit: int, low: Row, high: Row) -> tuple[Row, Row]:
        """Return the box of states after the last pair, if the bit is surely written in it."""
        low, high = [its - SLACK for its in low], [its + SLACK for its in high]
        ends = list(zip(low, high, self.w_hy, strict=True))
        least = dot([lo if w > 0 else hi for lo, hi, w in ends], self.w_hy)
        most = dot([hi if w > 0 else lo for lo, hi, w in ends], self.w_hy)
        self.writes(bit, least, most + 1)
        return low, high


def diagonal(numbers: Row) -> list[Row]:
    """Return a row for each number, with that number in its place and nothing else."""
    return [[its * (i == j) for i in range(len(numbers))] for j, its in enumerate(numbers)]


def chord(z: int, reach: int, low: int, high: int, error: int) -> tuple[int, int, int]:
    """Return state, slope and noise: s(x) lies within state + slope (x - z), give or take noise.

    x runs from z - reach to z + reach; low and high are s there, to a few units.
    """
    across = abs(z) < reach
    steepest = ONE // 4 if across else max(low * (ONE - low), high * (ONE - high)) // ONE
    tilt = max(abs(ONE - 2 * low), abs(ONE - 2 * high))
    gap = min(BEND, steepest * tilt // ONE + FEW) * reach**2 // (2 * ONE**2) + FEW
    slope = (high - low) * ONE // (2 * reach)
    aside = 0 if across else gap // 2 if z > 0 else -(gap // 2)
    noise = (gap if across else gap // 2) + slope * error // ONE + SLACK + reach // ONE + FEW
    return (low + high) // 2 + aside, slope, noise


def check(certificate: dict[str, Any]) -> str:
    """Return what a certificate proves, in a sentence; raises Refused if it proves nothing."""
    demand(certificate["binadd certificate"] == 1, "its format must be 1")
    network, steps = Network(certificate["weights"]), certificate["steps"]
    demand(steps in range(1, MOST_STEPS + 1), f"steps must be from 1 to {MOST_STEPS}")
    grid, situations = units(certificate["grid"]), certificate["situations"]
    boxes = [_box(situation, grid, network.size) for situation in situations]
    carry, low, high = boxes[0]
    demand(carry == 0, "the first situation must have the carry 0")
    demand(max(low) <= 0 <= min(high), "the first box must hold the state 0")
    for (carry, low, high), situation in zip(boxes, situations, strict=True):
        centre = [(least + most) // 2 for least, most in zip(low, high, strict=True)]
        radius = [most - middle for most, middle in zip(high, centre, strict=True)]
        after = network.run(centre, diagonal(radius), carry, steps)
        demand(len(situation["next"]) == len(after), f"next must name {len(after)} situations")
        for (carried, least, most), named in zip(after, situation["next"], strict=True):
            demand(named in range(len(boxes)), f"there is no situation {str(named)[:40]}")
            wanted, low, high = boxes[named]
            demand(carried == wanted, f"situation {named} has not the carry of the schoolbook")
            held = all(map(int.__le__, low, least)) and all(map(int.__le__, most, high))
            demand(held, f"what leads to situation {named} does not lie in its box")
    return (
        f"Checked: the network of {network.size} hidden units in this certificate adds numbers of "
        f"any length ({len(boxes):,} boxes, runs of {steps})."
    )


def _box(situation: dict[str, Any], grid: int, size: int) -> tuple[int, Row, Row]:
    """Return the carry and the bounds of a situation."""
    low, high = ([bound * grid for bound in situation[side]] for side in ("low", "high"))
    demand(len(low) == len(high) == size, f"boxes must have {size} bounds on each side")
    whole = all(type(bound) is int for bound in (situation["carry"], *low, *high))
    demand(whole and situation["carry"] in (0, 1), "carries and bounds must be whole numbers")
    demand(all(map(int.__le__, low, high)), "a lower bound is above the upper one")
    demand(
        min(low) * 100 >= -ONE and max(high) * 100 <= 101 * ONE, "a box reaches far beyond 0 or 1"
    )
    return situation["carry"], low, high


def check_text(text: str | bytes) -> str:
    """Return what the text of a certificate proves; raises Refused if it proves nothing."""
    try:
        return check(json.loads(text))
    except Refused:
        raise
    except Exception as error:  # foreign content can make the readers raise almost anything
        what = f"{type(error).__name__}: {str(error)[:100]}"
        raise Refused(f"it is no certificate of binadd, or a damaged one ({what})") from error


def main(name: str) -> int:
    """Check a file, say the result; return 0 if it is a proof, 1 if it is none."""
    try:
        with open(name, "rb") as file:
            print(check_text(file.read(MOST_BYTES)))
    except (Refused, OSError) as error:
        print(f"Refused: {error}", file=sys.stderr)
        return 1 if isinstance(error, Refused) else 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]) if len(sys.argv) == 2 else "usage: python checker.py FILE")
