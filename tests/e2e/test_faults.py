"""An end in mid-training costs nothing: the page holds the run and goes on in a new worker."""

import re
from pathlib import Path

from playwright.sync_api import expect

from binadd.saving.npz_file import load
from tests.e2e.app import TRAINING

PRINTED = (Path(__file__).parent.parent / "golden" / "seed0_printed.txt").read_text()
NOTICED = 2_000  # milliseconds
ENDED = "failed"


def end_worker(page):
    """End the worker as a browser does that is short of memory: without a word."""
    page.workers[0].evaluate("() => { setTimeout(() => close(), 0); }")


def mute_worker(page):
    """Let no word of the worker come through any more."""
    page.workers[0].evaluate("() => { globalThis.postMessage = () => {}; }")


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
    assert app.page.locator("#log").text_content().split() == PRINTED.split()
    expect(app.accuracy).to_have_text("100 %")


def test_what_was_asked_of_a_worker_that_died_is_refused_and_its_successor_answers_what_it_is_asked(
    app, tmp_path
):
    page = app.page
    app.button("Step").click()
    app.expect_iteration(1)
    app.expect_state("paused")
    mute_worker(page)
    with app.keeping():
        app.button("Copy link with trained weights").click()
    app.add("1", "2")
    stopped = "Python has stopped, so this cannot be answered."
    with app.keeping():  # the sheet can be closed all the same
        end_worker(page)
        app.expect_state(ENDED, NOTICED)
        expect(page.locator("#keep-refused")).to_have_text(f"No link was made: {stopped}")
    expect(app.error_of("First number")).to_have_text(stopped)
    app.button("Go on from iteration 1").click()
    app.expect_state("paused")
    expect(app.failure).to_be_hidden()
    with app.keeping(), page.expect_download() as download:
        app.button("Save file").click()
    download.value.save_as(tmp_path / "network.npz")
    assert load(tmp_path / "network.npz").iteration == 1
    expect(page.locator("#keep-said")).to_contain_text("Saved: network.npz")
    expect(page.locator("#kept-link")).to_have_value("")
    app.add("5", "6")
    expect(page.locator("#adder-question")).to_have_text("5 + 6 =")
