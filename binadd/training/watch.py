"""Remembers of a run what `health` needs to judge it, and judges it at fixed iterations.

A verdict depends on the run alone: on no clock, and not on the pieces in which it is trained. So
whoever trains stops at least wherever `left` says, and shows the watch every piece.
"""

from collections import deque

import numpy as np
from numpy.typing import NDArray

from binadd.network import Array
from binadd.training.examples import Slice, join
from binadd.training.health import Finding, diagnose, no_progress, window
from binadd.training.run import Run

EVERY = 200  # iterations between two verdicts on the network, each on the examples since the last
PROGRESS_EVERY = 1_000  # iterations between two verdicts on whether it gets anywhere
MOST = 200_000  # examples that are remembered


class Watch:
    """Looks at a run as it goes and speaks up when something is wrong, once of each kind."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._told: set[tuple[str, bool]] = set()
        self._latest: list[Slice] = []  # since the last verdict
        self._whole = run.is_at(EVERY)  # are they all since the last multiple of EVERY?
        needed = 2 * window(run.settings.alpha)
        remembered = needed // EVERY + 2 if needed <= MOST else 0  # batches step over a few
        self._errors: deque[Array] = deque(maxlen=remembered)  # one array a verdict
        self._right: deque[NDArray[np.bool_]] = deque(maxlen=remembered)  # are the sums right?

    @property
    def left(self) -> int:
        """How many iterations may be trained before the next verdict."""
        return self._run.left(EVERY)

    def judge(self, part: Slice) -> Finding | None:
        """See what was trained; if a verdict is due, return what is wrong, unless said before."""
        self._latest.append(part)
        if not self._run.is_at(EVERY):
            return None
        latest, whole = join(self._latest), self._whole
        self._latest, self._whole = [], True
        self._errors.append(latest.errors)
        self._right.append(latest.right)
        seen = (latest.outputs, latest.errors) if whole else (latest.outputs[:0], np.empty(0))
        alpha = self._run.settings.alpha
        return self._new(diagnose(self._run.weights, *seen, alpha)) or self._progress(alpha)

    def _progress(self, alpha: float) -> Finding | None:
        if not self._errors or not self._run.is_at(PROGRESS_EVERY):
            return None
        errors, right = np.concatenate(self._errors), np.concatenate(self._right)
        return self._new(no_progress(errors, right, alpha))

    def _new(self, finding: Finding | None) -> Finding | None:
        """Return a finding if it, or that it is fatal, has not been told yet."""
        if finding is None or (finding.kind, finding.fatal) in self._told:
            return None
        self._told.add((finding.kind, finding.fatal))
        return finding
