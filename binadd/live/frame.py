"""What the page has not been told yet: gathered while it draws, sent as one frame."""

import time
from collections.abc import Callable
from typing import Any

import numpy as np

from binadd.live.accuracy_meter import Measurement
from binadd.live.messages import evaluated
from binadd.network import Array
from binadd.training.examples import Example, Slice, log_block

LOG_EVERY = 1000  # iterations between two blocks of the log, as in the tutorial
SMOOTHING = 0.3  # weight of the newest interval in the speed


class NextFrame:
    """Gathers results until a frame takes them."""

    def __init__(self, example: Example, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._example: Example | None = example
        self._errors: list[Array] = []
        self.measurements: list[dict[str, Any]] = []  # the newest last
        self._log: list[str] = []
        self.start_timing()

    def add_slice(self, part: Slice) -> None:
        """Note what a slice of training brought."""
        self._errors.append(part.errors)
        self._example = part.example(-1)
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
        if self._example:
            frame["example"] = self._example._asdict()
        self._example, self._errors, self.measurements, self._log = None, [], [], []
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
