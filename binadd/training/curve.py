"""The points of a run's curve: the iterations, fixed by the settings, at which all sums are tried.

So the same run draws the same curve wherever it is trained, however fast, and in whatever pieces.
"""

from binadd.settings import Settings
from binadd.training.run import Run

POINTS = 40  # of the curve of a run, unless they would be closer or further apart than ...
CLOSEST, FURTHEST = 50, 2_500  # ... so many iterations


def spacing(settings: Settings) -> int:
    """Return the iterations between two points of the curve."""
    return min(max(settings.iterations // POINTS, CLOSEST), FURTHEST)


def is_on_curve(run: Run) -> bool:
    """Is this a point of the curve: the start of a run, a multiple of `spacing`, or an end?

    An end is where a run finishes, or finishes again after as many iterations more.
    """
    done, length = run.iteration - run.start, run.settings.iterations
    at_end = length > 0 and done % length < run.settings.batch
    return done == 0 or run.is_at(spacing(run.settings)) or at_end


def left(run: Run) -> int:
    """How many iterations are left before the next point of the curve."""
    length = run.settings.iterations
    before_end = length - (run.iteration - run.start) % length if length else FURTHEST
    return min(run.left(spacing(run.settings)), before_end)
