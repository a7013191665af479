"""A search for sums, of any length, that the network gets wrong.

Random sums are a poor test: a carry rarely has to travel far. So the search tries long carries
first, and then, breadth first, every state it can reach (see `breadth_first`). Every state that is
followed was really reached, by a known sum, so a wrong bit found is a wrong bit. A search that
finds nothing is evidence, not proof: see `proof`.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from binadd import network
from binadd.bits import to_bits
from binadd.in_parts import Parts, finish
from binadd.judging.breadth_first import Levels
from binadd.judging.states import PAIRS, add_pairs, follow, says
from binadd.network import Weights

CHAIN_BITS = 1024  # the longest carries tried
MOST_STATES = 150_000  # the search stops when it has seen so many
GRID = 0.01  # the width of a cell
_REST = 16  # steps of all chains between two rests


class CounterExample(NamedTuple):
    """Two numbers that the network adds wrongly."""

    a: int
    b: int
    wrong_bit: int  # the first wrong bit of the answer, the lowest bit is 0


class Search(NamedTuple):
    """What a search found, or what it tried in vain."""

    found: CounterExample | None
    chain_bits: int  # carries up to this length were tried
    states: int  # different states that were followed
    complete: bool  # the grid held no further states
    tried: int  # so many of the lowest bits are right in all sums

    @property
    def shortest(self) -> bool:
        """Is it certain that no sum goes wrong at a lower bit?"""
        return bool(self.found and self.found.wrong_bit <= self.tried)

    @property
    def words(self) -> str:
        """The result in a sentence or two."""
        if self.found:
            wrong = f"Bit {self.found.wrong_bit} of a sum comes out wrong"
            if self.shortest:
                return f"{wrong}; none goes wrong at a lower bit."
            return f"{wrong}. Whether another goes wrong at a lower bit was not excluded."
        extent = "all" if self.complete else "the first"
        return (
            f"No wrong sum found among carries of up to {self.chain_bits:,} bits and "
            f"{extent} {self.states:,} states told apart: evidence, not proof."
        )


def find(weights: Weights, trained: int = 0) -> Search:
    """Search at once; see `search`."""
    return finish(search(weights, trained))


def search(
    weights: Weights,
    trained: int = 0,
    chain_bits: int = CHAIN_BITS,
    most_states: int = MOST_STATES,
    grid: float = GRID,
) -> Parts[Search]:
    """Look for the sum that goes wrong at the lowest bit, in short parts.

    trained: the width to which an adder unrolls every sum, at least; 0: no further than needed.
    Where a bit beyond that and beyond the sum is wrong, the first number gets a one above it, so
    that whoever adds the two numbers comes past the wrong bit.

    Raises ValueError if the weights are not finite.
    """
    network.checked(weights)
    path = yield from _chains(weights, chain_bits)
    levels = Levels(weights, most_states, grid)
    shorter = yield from levels.search(len(path) - 1 if path else chain_bits)
    found = _confirmed(weights, shorter, trained) or _confirmed(weights, path, trained)
    return Search(found, chain_bits, levels.states, levels.complete, levels.tried)


def first_wrong_bit(weights: Weights, a: int, b: int, bits: int) -> int | None:
    """Add a and b with the network; return the lowest wrong one of `bits` bits, if any is."""
    inputs = np.stack([to_bits(a, bits), to_bits(b, bits)], axis=1).astype(np.float64)
    said = network.bits_said(network.forward(weights, inputs).outputs)
    wrong = np.flatnonzero(said != to_bits((a + b) % (1 << bits), bits))
    return int(wrong[0]) if len(wrong) else None


def _confirmed(weights: Weights, path: list[int] | None, trained: int) -> CounterExample | None:
    """Turn the pairs that were read into numbers, and add these once more."""
    if not path:
        return None
    a = sum(PAIRS[pair][0] << place for place, pair in enumerate(path))
    b = sum(PAIRS[pair][1] << place for place, pair in enumerate(path))
    wrong = first_wrong_bit(weights, a, b, len(path))
    if wrong is None:
        return None
    if wrong >= max(trained, (a + b).bit_length()):  # a leading zero that nobody would see
        a += 1 << (wrong + 1)
    return CounterExample(a, b, wrong)


# ---- long carries --------------------------------------------------------------------------------


def _chain_paths(steps: int) -> NDArray[np.int64]:
    """Runs of pairs, (R, steps): one pair repeated, then a carry is born or dies, and is kept.

    It is kept by pairs 01, by 10, by both in turn and by both in random order.
    """
    mixed = np.random.RandomState(0).randint(1, 3, size=steps, dtype=np.int64)
    ones, twos = np.full(steps, 1, dtype=np.int64), np.full(steps, 2, dtype=np.int64)
    keeping = [ones, twos, 1 + np.arange(steps, dtype=np.int64) % 2, mixed]
    runs = [
        np.concatenate([np.full(run_up, before), [first], keep])[:steps]
        for run_up in (0, 1, 2, 4, 8, 16)
        for before in (range(4) if run_up else [0])
        for first in (0, 3)
        for keep in keeping
    ]
    return np.array(runs, dtype=np.int64)


def _chains(weights: Weights, steps: int) -> Parts[list[int] | None]:
    """Follow all chains; after every step, try each of the four pairs as the end of the chain."""
    paths = _chain_paths(steps)
    every = np.arange(len(paths))
    hidden = np.zeros((len(paths), len(weights.b_h)))
    carry = np.zeros(len(paths), dtype=np.uint8)
    for step in range(steps):
        reached = follow(weights, hidden)
        sums, carries = add_pairs(carry)
        wrong = np.argwhere(says(weights, reached) != sums)
        if len(wrong):
            run, pair = wrong[0]
            return [*paths[run, :step].tolist(), int(pair)]
        hidden, carry = reached[every, paths[:, step]], carries[every, paths[:, step]]
        if step % _REST == 0:
            yield
    return None
