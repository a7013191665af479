"""How fast a run goes for somebody who watches it."""

from typing import Literal

Pace = (
    float | Literal["watch"] | None
)  # examples a second; "watch": see `watchable`; None: all it can

SLOWEST = 2.5  # examples a second: the first ones come one by one
GROWTH = 1.0  # a second, of what has been learnt: every tenfold takes as long as the one before
WHOLE = 4.0  # seconds that a run would take at the greatest pace
CLICKING = 0.4  # of that pace, while most sums come to be right
FEW, NEARLY_ALL = 0.02, 0.98  # of all sums: in between it clicks


def watchable(done: int, whole: int, exact: float) -> float:
    """Return the pace, in examples a second, at which there is something to see all the time.

    It is slow while every example moves the weights visibly, then faster and faster, and slower
    again while it clicks: the first run takes 12 to 15 seconds.

    done: examples learnt so far
    whole: examples of the whole run
    exact: share of all sums that came out right when that was last measured, 0 to 1
    """
    pace = max(SLOWEST, min(GROWTH * done, whole / WHOLE))
    return pace * CLICKING if FEW < exact < NEARLY_ALL and pace > SLOWEST else pace
