r"""Proof that a network adds numbers of every length, by interval arithmetic.

The theorem. While a schoolbook adder works, it is in one of finitely many situations, each with a
carry; reading n pairs of bits leads from one to the next (see `schoolbook`; n is 1, 2 or 3). Each
situation gets a box, an interval for every hidden unit, such that

1. the box of the start holds the zero state, and its carry is 0,
2. from every box, reading any n pairs leads into the box of the situation that follows, whose carry
   is the one that the schoolbook then has,
3. after each of these pairs, the network writes down the bit that the schoolbook demands.

Boxes with these three properties are a proof, by induction over the runs of n pairs, for sums of
any number of bits. Where the boxes come from does not matter: `growing` guesses them, for
situations by what was read last or, where these are too coarse, for those of `gathering`.
`enclosure.margin_in_parts` checks them, and it alone decides. `certificate` writes them down for
others to check, and `checker` does so by itself, with whole numbers and without NumPy.

Rounding. The package computes an answer in several ways, and a proof must hold for each of them:

- `network` adds  z_j = sum_i h_i w_ij + sum_k x_k v_kj + b_j  in float64 and takes
  sigmoid(z) = (1 + tanh(z / 2)) / 2; h are the states before, x the two bits, v stands for w_xh.
- the engine and `evaluation` keep g = 2 h - 1 and add
  z_j / 2 = sum_i g_i w_ij / 4 + sum_i w_ij / 4 + ..., the second sum being computed beforehand.
- `screening` rounds the weights to float32 and computes as `network` does, in float32.
- NumPy and its BLAS may add in any order, and with or without fused multiply-add.

Let u = 2^-24 be the unit roundoff of float32; that of float64 is 2^-53. Let H be the number of
hidden units and S_j = 1 + sum_i |w_ij| + sum_k |v_kj| + |b_j|. By Higham (Accuracy and Stability of
Numerical Algorithms, sections 3.1 and 4.2), if every term of a sum goes through at most m
roundings, the result errs by at most m u / (1 - m u) times the sum of the sizes of the terms,
in whatever order they are added. States lie between 0 and 1, so these sizes add up to at most S_j
(boxes may reach a hundredth beyond, which the room left below covers). In z_j a term goes through

    1   the rounding of the weight to float32
    1   the product, none with fused multiply-add
    H+2 additions: of H + 3 terms (H states, two bits, the bias)

or H + 4 roundings in all. With g the same term comes in halves, |g_i w_ij| / 2 and |w_ij| / 2,
whose sizes add up to no more; the second goes through H - 1 additions beforehand and then H + 4
more of the last sum, at most 2 H + 5 in all with its product by 1 (halving is exact). So

    |z_j computed - z_j|  <=  (2 H + 5) u / (1 - (2 H + 5) u) S_j  <  (2 H + 16) u S_j.

The right side is `enclosure.rounding`. For H up to 64 the 11 left over are more than the
denominator, the hundredth and what `enclosure` itself rounds, in float64, come to together. The 1
in S_j covers weights and states too small for float32, which err by less than 2^-149 each. Where
S_j is more than 2^100 nothing is proved: below that no partial sum overflows, in float32 either, so
neither infinity nor NaN can arise. All comparisons are such that NaN fails them.

sigmoid. tanh errs by at most 4 units in the last place in any of NumPy's implementations, in
float32 by 4 u; with the addition of 1 and the rounding of the result the state is off by less than
4 u, as 1/2 (4 u + u + u) + u. SLACK is 16 u, wider by a factor of four. The same SLACK keeps z of
the output unit away from 0 beyond the rounding of its own sum, since the network says 1 where
sigmoid(z), as computed in float64, is above one half: for that z > 2^-52 is enough.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from binadd import network
from binadd.in_parts import Parts, finish
from binadd.judging import counterexample
from binadd.judging.counterexample import CounterExample, Search
from binadd.judging.enclosure import Boxes, bounded, margin_in_parts
from binadd.judging.gathering import gather_in_parts
from binadd.judging.growing import grow
from binadd.judging.schoolbook import Situations, situations_of
from binadd.network import Weights

Verdict = Literal["proved", "fails", "not proved"]

# what is tried where no history is long enough: pairs read in a run, how near, how many situations
GATHERED = ((2, 0.05, 300), (3, 0.05, 130), (3, 0.03, 220))
ROUNDS = 60  # of growing these
MOST_UNITS = 24  # they are not tried with more hidden units: that takes minutes


class Certified(NamedTuple):
    """A proof: boxes for situations with the three properties above."""

    situations: Situations
    boxes: Boxes  # (N, H)
    margin: float  # the output unit's z stays at least this far from zero


@dataclass(frozen=True)
class Proof:
    """A verdict on sums of every length and what stands behind it."""

    verdict: Verdict
    certified: Certified | None  # the proof
    search: Search | None  # for a wrong sum; only made where no history was long enough

    @property
    def boxes(self) -> Boxes | None:
        """The boxes of the proof, if there is one."""
        return self.certified.boxes if self.certified else None

    @property
    def margin(self) -> float:
        """How far the output unit's z stays from zero; 0 unless proved."""
        return self.certified.margin if self.certified else 0.0

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


def prove(weights: Weights, most_history: int = 5, trained: int = 0) -> Proof:
    """Decide at once; see `prove_in_parts`."""
    return finish(prove_in_parts(weights, most_history, trained))


def prove_in_parts(weights: Weights, most_history: int = 5, trained: int = 0) -> Parts[Proof]:
    """Look for a proof with longer and longer histories, then for a sum that comes out wrong.

    If there is neither, look for a proof that tells situations apart by the states themselves.
    trained: the width of the sums that the network is trained on, if any; see `counterexample`

    Raises ValueError if the weights are not finite.
    """
    network.checked(weights)
    for history in range(1, most_history + 1) if bounded(weights) else ():
        zero = np.zeros((1, len(weights.b_h)))
        certified = yield from _certified(weights, situations_of(history), zero)
        if certified:
            return Proof("proved", certified, search=None)
    search = yield from counterexample.search(weights, trained)
    if search.found:
        return Proof("fails", None, search)
    certified = yield from _gathered(weights)
    return Proof("proved" if certified else "not proved", certified, search)


def _gathered(weights: Weights) -> Parts[Certified | None]:
    if not bounded(weights) or len(weights.b_h) > MOST_UNITS:
        return None
    for steps, near, most in GATHERED:
        found = yield from gather_in_parts(weights, steps, near, most)
        certified = (yield from _certified(weights, *found, ROUNDS)) if found else None
        if certified:
            return certified
    return None


def _certified(
    weights: Weights, situations: Situations, start: network.Array, *rounds: int
) -> Parts[Certified | None]:
    boxes = yield from grow(weights, situations, start, *rounds)
    margin = (yield from margin_in_parts(weights, situations, boxes)) if boxes else 0.0
    return Certified(situations, boxes, margin) if boxes and margin > 0 else None
