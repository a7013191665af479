"""A search for sums, of any length, that the network gets wrong.

Random sums are a poor test: a carry rarely has to travel far. So the search tries long carries
first, and then, breadth first, every state it can reach. Real numbers make infinitely many
states; those that fall into one cell of a grid (with the same carry) are taken for one, and the
search goes on from the first that came. That one was really reached, by a known sum, so a wrong
bit found is a wrong bit. A search that finds nothing is evidence, not proof: see `proof`.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from binadd import network
from binadd.bits import to_bits
from binadd.network import Array, Weights
from binadd.parts import Parts, finish
from binadd.states import PAIRS, Bits, add_pairs, follow, says

CHAIN_BITS = 1024  # the longest carries tried
MOST_STATES = 30_000  # the search stops when it has seen so many
GRID = 0.01  # the width of a cell
_BLOCK = 256  # states followed between two rests
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

    @property
    def words(self) -> str:
        """The result in a sentence."""
        if self.found:
            return f"Bit {self.found.wrong_bit} of a sum comes out wrong."
        extent = "all" if self.complete else "the first"
        return (
            f"No wrong sum found among carries of up to {self.chain_bits:,} bits and "
            f"{extent} {self.states:,} states told apart: evidence, not proof."
        )


def find(weights: Weights) -> Search:
    """Search at once; see `search`."""
    return finish(search(weights))


def search(
    weights: Weights,
    chain_bits: int = CHAIN_BITS,
    most_states: int = MOST_STATES,
    grid: float = GRID,
) -> Parts[Search]:
    """Look for the shortest sum with a wrong bit, in short parts.

    The shortest is certain only up to the bits at which states were first taken for one.
    Raises ValueError if the weights are not finite.
    """
    network.checked(weights)
    path = yield from _chains(weights, chain_bits)
    most_steps = len(path) - 1 if path else chain_bits
    shorter, states, complete = yield from _breadth_first(weights, most_steps, most_states, grid)
    found = _confirmed(weights, shorter) or _confirmed(weights, path)
    return Search(found, chain_bits, states, complete)


def first_wrong_bit(weights: Weights, a: int, b: int, bits: int) -> int | None:
    """Add a and b with the network; return the lowest wrong one of `bits` bits, if any is."""
    inputs = np.stack([to_bits(a, bits), to_bits(b, bits)], axis=1).astype(np.float64)
    said = network.bits_said(network.forward(weights, inputs).outputs)
    wrong = np.flatnonzero(said != to_bits((a + b) % (1 << bits), bits))
    return int(wrong[0]) if len(wrong) else None


def _confirmed(weights: Weights, path: list[int] | None) -> CounterExample | None:
    """Turn the pairs that were read into numbers, and add these once more."""
    if not path:
        return None
    a = sum(PAIRS[pair][0] << place for place, pair in enumerate(path))
    b = sum(PAIRS[pair][1] << place for place, pair in enumerate(path))
    wrong = first_wrong_bit(weights, a, b, len(path))
    return None if wrong is None else CounterExample(a, b, wrong)


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


# ---- every state ---------------------------------------------------------------------------------


def _breadth_first(
    weights: Weights, most_steps: int, most_states: int, grid: float
) -> Parts[tuple[list[int] | None, int, bool]]:
    """Return the pairs that lead to a wrong bit, the number of states, whether none was left."""
    seen: set[bytes] = set()
    history: list[tuple[int, int]] = [(-1, -1)]  # by state: where it came from, reading what
    level = np.zeros(1, dtype=np.int64)  # indices into `history`
    hidden, carry = np.zeros((1, len(weights.b_h))), np.zeros(1, dtype=np.uint8)
    for _ in range(most_steps):
        new: list[tuple[Array, Bits]] = []
        begin = len(history)
        for start in range(0, len(level), _BLOCK):
            block = slice(start, start + _BLOCK)
            reached = follow(weights, hidden[block])
            sums, carries = add_pairs(carry[block])
            wrong = np.argwhere(says(weights, reached) != sums)
            if len(wrong):
                origin, pair = (int(index) for index in wrong[0])
                return [*_path(history, int(level[block][origin])), pair], len(history), False
            fresh = _fresh(reached, carries, grid, seen)
            history += [(int(level[block][origin]), pair) for origin, pair in fresh]
            rows = np.array(fresh, dtype=np.int64).reshape(-1, 2).T
            new.append((reached[*rows], carries[*rows]))
            yield
        if len(history) == begin:
            return None, len(history), True
        if len(history) > most_states:
            break
        level = np.arange(begin, len(history), dtype=np.int64)
        hidden, carry = (np.concatenate(arrays) for arrays in zip(*new, strict=True))
    return None, len(history), False


def _fresh(reached: Array, carries: Bits, grid: float, seen: set[bytes]) -> list[tuple[int, int]]:
    """Return (origin, pair) of the states in cells not seen before, and note these cells."""
    cells = np.floor(reached / grid).astype(np.int32)
    keys = np.concatenate([cells, carries[:, :, None].astype(np.int32)], axis=2)
    fresh = []
    for origin, pair in np.ndindex(carries.shape):
        key = keys[origin, pair].tobytes()
        if key not in seen:
            seen.add(key)
            fresh.append((origin, pair))
    return fresh


def _path(history: list[tuple[int, int]], state: int) -> list[int]:
    """Return the pairs that were read on the way from the start to `state`."""
    path = []
    while state > 0:
        state, pair = history[state]
        path.append(pair)
    return path[::-1]
