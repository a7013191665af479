"""What the page has not been told yet: gathered while it draws, sent as one frame."""

import time
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from binadd.judging.all_sums import longest_carries
from binadd.live.accuracy_meter import Measurement
from binadd.live.messages import evaluated
from binadd.network import Array
from binadd.training.examples import Example, Slice, log_block
from binadd.training.run import Run

LOG_EVERY = 1000  # iterations between two blocks of the log, as in the tutorial
LOOKED_THROUGH = 64  # examples of a slice among which one is chosen to be seen
WORTH_SEEING = 2  # bits that its carry runs over
SMOOTHING = 0.3  # weight of the newest interval in the speed


class NextFrame:
    """Gathers results until a frame takes them."""

    def __init__(self, example: Example, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._example, self._told = example, False
        self._errors: list[Array] = []
        self.measurements: list[dict[str, Any]] = []  # the newest last
        self._log: list[str] = []
        self.start_timing()

    def add_slice(self, part: Slice, followed: bool = False) -> None:
        """Note what a slice of training brought.

        followed: every example is to be seen; if not, the newest that carries far enough is
        """
        self._errors.append(part.errors)
        row = -1 if followed else newest_carrying(part)
        if row is not None:
            self._example, self._told = part.example(row), False
        self._trained += len(part.errors)
        rows = range(-part.first % LOG_EVERY, len(part.errors), LOG_EVERY)
        self._log.extend(log_block(part.example(row)) for row in rows)

    def add_measurement(self, measured: Measurement) -> None:
        """Note an accuracy."""
        about = {"iteration": measured.iteration, "onCurve": measured.on_curve}
        self.measurements.append({**about, **evaluated(measured.evaluation)})

    def start_timing(self) -> None:
        """Training begins or goes on: forget the speed of before."""
        self._speed, self._timed, self._trained = 0.0, self._clock(), 0

    def take(self) -> dict[str, Any]:
        """Return all that is new as the content of a frame, and begin anew."""
        frame: dict[str, Any] = {
            "errors": np.concatenate(self._errors) if self._errors else np.empty(0),
            "measurements": self.measurements,
            "log": self._log,
        }
        if not self._told:
            frame["example"] = self._example._asdict()
        self._told, self._errors, self.measurements, self._log = True, [], [], []
        return frame

    def speed(self) -> float:
        """Iterations a second, smoothed over the frames."""
        now = self._clock()
        if self._trained and now > self._timed:
            newest = self._trained / (now - self._timed)
            weight = SMOOTHING if self._speed else 1.0
            self._speed += weight * (newest - self._speed)
        self._timed, self._trained = now, 0
        return self._speed


def newest_carrying(part: Slice) -> int | None:
    """Return the row of the newest example with a carry worth seeing; None: it has none such."""
    first = max(0, len(part.pairs) - LOOKED_THROUGH)
    rows = _carrying(part.pairs[first:], part.outputs.shape[1])
    return first + int(rows[-1]) if len(rows) else None


def next_carrying(run: Run) -> Example:
    """Return the next example of a run with a carry worth seeing, as the network answers it now."""
    rows = _carrying(run.next_pairs(LOOKED_THROUGH), run.settings.bits)
    return run.next_example(int(rows[0]) if len(rows) else 0)


def _carrying(pairs: NDArray[np.int64], width: int) -> NDArray[np.intp]:
    """The rows of those pairs (n, 2) whose carry is worth seeing."""
    return np.flatnonzero(longest_carries(pairs, width) >= min(WORTH_SEEING, width - 1))
