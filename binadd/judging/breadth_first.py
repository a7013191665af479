"""The states that sums lead to, breadth first: those of all sums of one length, then one more bit.

Sums of up to EXACT bits are all tried. After that, states that fall into one cell of a grid (with
the same carry) are taken for one, the first that came, and of a level too large those go on whose
next bit is the closest call.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from binadd.in_parts import Parts
from binadd.judging.states import Bits, add_pairs, follow, says
from binadd.network import Array, Weights

EXACT = 8  # bits; one more would make four times as many states to look at
BEAM = 4_096  # states of one level that go on, beyond EXACT bits
BLOCK = 1024  # states followed between two rests


class _Level(NamedTuple):
    """States that were reached by equally many pairs, and how; N states."""

    hidden: Array  # (N, H)
    carry: Bits  # (N,)
    origin: NDArray[np.int64]  # (N,) the state of the level before
    pair: NDArray[np.int64]  # (N,) what was read there

    def rows(self, rows: slice | NDArray[np.int64]) -> "_Level":
        """Return some of the states."""
        return _Level(self.hidden[rows], self.carry[rows], self.origin[rows], self.pair[rows])

    def blocks(self) -> Iterator[tuple[int, "_Level"]]:
        """Yield the states in pieces, each with the number of its first."""
        for first in range(0, len(self.carry), BLOCK):
            yield first, self.rows(slice(first, first + BLOCK))


class Levels:
    """The states that sums lead to, level by level."""

    def __init__(self, weights: Weights, most_states: int, grid: float) -> None:
        self._weights, self._most, self._grid = weights, most_states, grid
        self._seen: set[bytes] = set()
        start, nothing = np.zeros((1, len(weights.b_h))), np.zeros(1, dtype=np.int64)
        self._levels = [_Level(start, np.zeros(1, dtype=np.uint8), nothing, nothing)]
        self._exact = True  # no two states were taken for one
        self.complete = False  # no state was left out
        self.tried = 0  # bits; see `counterexample.Search`

    @property
    def states(self) -> int:
        """How many states were followed."""
        return sum(len(level.carry) for level in self._levels)

    def search(self, most_steps: int) -> Parts[list[int] | None]:
        """Return the pairs that lead to a wrong bit, if they are found within so many steps."""
        for step in range(most_steps):
            new: list[_Level] = []
            for first, block in self._levels[-1].blocks():
                reached = follow(self._weights, block.hidden)
                sums, carries = add_pairs(block.carry)
                wrong = np.argwhere(says(self._weights, reached) != sums)
                if len(wrong):
                    return [*self._path(first + int(wrong[0, 0])), int(wrong[0, 1])]
                origin, pair = np.indices(carries.shape).reshape(2, -1)
                units = reached.shape[-1]
                after = _Level(reached.reshape(-1, units), carries.ravel(), first + origin, pair)
                new.append(after if step < EXACT else self._unseen(after))
                yield
            self.tried = step + 1 if self._exact else self.tried
            self._exact = step < EXACT
            level = _Level(*(np.concatenate(arrays) for arrays in zip(*new, strict=True)))
            if not len(level.carry):
                self.complete = True
                return None
            if self.states > self._most:
                return None
            self._levels.append(level if self._exact else self._closest(level))
        return None

    def _unseen(self, level: _Level) -> _Level:
        """Return the states in cells that were not seen before, one of each cell."""
        cells = np.floor(level.hidden / self._grid).astype(np.int16)
        keys = np.column_stack([cells, level.carry])
        fresh = []
        for row, key in enumerate(map(bytes, np.ascontiguousarray(keys))):
            if key not in self._seen:
                self._seen.add(key)
                fresh.append(row)
        return level.rows(np.array(fresh, dtype=np.int64))

    def _closest(self, level: _Level) -> _Level:
        """Return the states whose next bit is the closest call, BEAM at most."""
        margins = []
        for _, block in level.blocks():
            z = follow(self._weights, block.hidden) @ self._weights.w_hy + self._weights.b_y
            sums, _ = add_pairs(block.carry)
            margins.append(np.where(sums == 1, z, -z).min(axis=1))
        return level.rows(np.sort(np.argsort(np.concatenate(margins), kind="stable")[:BEAM]))

    def _path(self, state: int) -> list[int]:
        """Return the pairs that were read on the way to a state of the newest level."""
        path = []
        for level in self._levels[:0:-1]:
            path.append(int(level.pair[state]))
            state = int(level.origin[state])
        return path[::-1]
