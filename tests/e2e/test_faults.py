"""An end in mid-training costs nothing: the page holds the run and goes on in a new worker."""

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.e2e.conftest import TRAINING

PRINTED = (Path(__file__).parent.parent / "golden" / "seed0_printed.txt").read_text()
NOTICED = 2_000  # milliseconds
ENDED = "failed"


def end_worker(page):
    """End the worker as a browser does that is short of memory: without a word."""
    page.workers[0].evaluate("() => { setTimeout(() => close(), 0); }")


def past(app, iteration):
    app.until(f"Number(document.documentElement.dataset.iteration) > {iteration}")


def lost(app):
    """How many iterations the page says are lost, and from where it can go on."""
    text = app.page.locator("#failure-advice").inner_text()
    kept = re.search(r"after ([\d,]+) iterations?\.", text)
    gone = re.search(r"The ([\d,]+) iterations? since", text)
    return tuple(int(found[1].replace(",", "")) if found else 0 for found in (gone, kept))


def test_a_worker_that_dies_in_mid_run_is_replaced_and_the_numbers_are_the_same(app):
    app.page.locator("#pace").select_option("100")
    app.button("Train").click()
    past(app, 60)
    end_worker(app.page)
    app.expect_state(ENDED, NOTICED)
    expect(app.failure).to_contain_text("Training is interrupted")
    expect(app.failure).to_contain_text("ended Python’s worker")
    reached = app.iteration
    gone, kept = lost(app)
    assert kept + gone == reached
    app.button(f"Go on from iteration {kept}").click()
    app.expect_state("running")
    expect(app.failure).to_be_hidden()
    past(app, reached)
    app.page.locator("#pace").select_option("full")
    app.expect_state("finished", TRAINING)
    assert app.page.locator("#log").inner_text().split() == PRINTED.split()
    expect(app.accuracy).to_have_text("100 %")
