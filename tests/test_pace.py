"""A run at a pace that can be watched."""

import pytest

from binadd.live.pace import SLOWEST, watchable
from binadd.settings import Settings
from binadd.training.run import Run
from tests.visiting import ClockedPage, frames


def watched() -> tuple[ClockedPage, list[tuple[float, int]]]:
    """Train a new session at that pace to its end; and when each iteration was told."""
    page, seen = ClockedPage(), []
    page.send("pace", speed="watch")
    page.send("train")
    while frames(page.events)[-1]["state"] != "finished":
        page.work(1)
        seen.append((page.now, frames(page.events)[-1]["iteration"]))
    return page, seen


def test_the_first_run_takes_twelve_to_fifteen_seconds_and_ends_as_at_full_speed():
    page, seen = watched()
    assert 12 <= seen[-1][0] <= 15  # of the session's own clock, on which work takes no time
    run = Run(Settings())
    run.advance(10_000)
    trained = page.session._driver.run
    assert trained.iteration == 10_000
    assert trained.weights.w_hh == pytest.approx(run.weights.w_hh, abs=0)


def test_the_first_examples_come_one_by_one_and_the_click_takes_its_time():
    _, seen = watched()
    at = {iteration: time for time, iteration in reversed(seen)}  # when it was told first
    assert {1, 2, 3, 4} <= set(at)
    assert at[2] - at[1] == pytest.approx(1 / SLOWEST)
    clicks = at[6_500] - at[4_500]
    assert clicks > 2 * (at[10_000] - at[8_000])


@pytest.mark.parametrize(("exact", "faster"), [(0.0, 1.0), (0.5, 0.4), (1.0, 1.0)])
def test_it_is_slower_while_most_sums_come_to_be_right(exact, faster):
    assert watchable(5_000, 10_000, exact) == pytest.approx(faster * 10_000 / 4)


def test_steps_are_taken_at_once_whatever_the_pace():
    page = ClockedPage()
    page.send("pace", speed="watch")
    page.do("step", count=100)
    assert frames(page.events)[-1]["iteration"] == 100
    assert page.now == 0.0
