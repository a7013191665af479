"""Remembers of a run what `health` needs to judge it."""

import numpy as np

from binadd.health import Finding, diagnose, no_progress
from binadd.network import Array, Weights
from binadd.training import Slice

RECENT = 200  # examples whose outputs are judged
MOST = 200_000  # errors that are remembered


class Watch:
    """Looks at a run as it goes and speaks up when something is wrong, once of each kind."""

    def __init__(self, alpha: float) -> None:
        self._alpha = alpha
        self._outputs: Array | None = None  # (up to RECENT, T)
        self._errors: list[Array] = []
        self._remembered = 0
        self._told: set[str] = set()

    def note(self, part: Slice) -> None:
        """See what a slice of training brought."""
        earlier = part.outputs[:0] if self._outputs is None else self._outputs
        self._outputs = np.concatenate([earlier, part.outputs])[-RECENT:]
        self._errors.append(part.errors)
        self._remembered += len(part.errors)
        while self._remembered - len(self._errors[0]) > MOST:
            self._remembered -= len(self._errors.pop(0))

    def judge(self, weights: Weights) -> Finding | None:
        """Return what is wrong with the network, unless it was said before."""
        if self._outputs is None:
            return None
        recent = np.concatenate(self._errors[-RECENT:])[-len(self._outputs) :]
        return self._new(diagnose(weights, self._outputs, recent))

    def judge_progress(self, exact: float) -> Finding | None:
        """Return whether the run gets nowhere, given the share of exact sums now."""
        if not self._errors:
            return None
        return self._new(no_progress(np.concatenate(self._errors), exact, self._alpha))

    def _new(self, finding: Finding | None) -> Finding | None:
        if finding is None or finding.kind in self._told:
            return None
        self._told.add(finding.kind)
        return finding
