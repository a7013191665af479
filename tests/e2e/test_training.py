"""The tutorial's own run, in the page."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.app import TRAINING

PRINTED = (Path(__file__).parent.parent / "golden" / "seed0_printed.txt").read_text()


@pytest.fixture
def app(again):
    """Most tests of this file can do with a page that was used before."""
    return again


def test_ten_thousand_iterations_print_the_tutorials_ten_blocks_and_get_every_sum_right(app):
    app.train_to_the_end()
    assert app.iteration == 10_000
    expect(app.page.locator("#log")).to_have_text(PRINTED.strip())
    expect(app.accuracy).to_have_text("100 %")
    expect(app.page.locator("#exact-of")).to_have_text("of all 16,384 sums")


def test_pause_stops_at_once_and_train_goes_on_from_there(app):
    app.start_long_run()
    app.button("Pause").click()
    app.expect_state("paused")
    paused = app.iteration
    assert 0 < paused < 10_000_000
    app.until_answered()
    assert app.iteration == paused
    app.button("Train").click()
    app.until("Number(document.documentElement.dataset.iteration) > 10000")
    app.button("Pause").click()
    app.expect_state("paused")
    expect(app.page.locator("#log")).to_contain_text(PRINTED.strip())
    app.field("Rewind to iteration").fill("10000")
    app.expect_iteration(10_000)
    expect(app.page.locator("#log")).to_have_text(PRINTED.strip())


def test_steps_of_one_ten_and_a_hundred(app):
    expected = 0
    for size in (1, 10, 100):
        app.field("Step size").select_option(str(size))
        app.button("Step").click()
        expected += size
        app.expect_iteration(expected)
        app.expect_state("paused")
    app.button("Step").click()
    app.expect_iteration(211)


def test_reset_begins_the_same_run_again(app):
    app.button("Step").click()
    app.expect_iteration(1)
    first = app.page.locator("#log").text_content()
    app.button("Reset").click()
    app.expect_iteration(0)
    app.expect_state("ready")
    expect(app.page.locator("#log")).to_have_text("")
    app.button("Step").click()
    app.expect_iteration(1)
    assert app.page.locator("#log").text_content() == first != ""


def test_after_the_last_iteration_train_goes_on_for_as_many_again(app):
    app.field("Iterations").fill("200")
    app.button("Reset").click()
    expect(app.page.locator("#target")).to_have_text("of 200")
    app.train_to_the_end()
    assert app.iteration == 200
    app.button("Train").click()
    app.expect_iteration(400)
    app.expect_state("finished")


def test_a_changed_setting_asks_for_a_reset_and_leaves_the_run_alone_until_then(app):
    app.field("Speed").select_option("100 a second")
    app.button("Train").click()
    app.expect_state("running")
    app.field("Hidden units").fill("8")
    expect(app.page.locator("#settings-notice")).to_contain_text("Reset")
    app.field("Speed").select_option("full speed")
    app.expect_state("finished", TRAINING)
    expect(app.page.locator("#log")).to_have_text(PRINTED.strip())
    app.button("Reset").click()
    app.expect_iteration(0)
    expect(app.page.locator("#settings-notice")).to_have_text("")
    expect(app.page).to_have_url(re.compile("hidden=8"))


def test_the_address_brings_the_settings_back(visit):
    app = visit("")
    app.page.goto(app.page.url.split("#")[0] + "#bits=4&hidden=5&seed=9&iterations=50")
    app.page.reload()
    app.expect_state("ready")
    expect(app.field("Bits")).to_have_value("4")
    expect(app.field("Seed")).to_have_value("9")
    expect(app.page.locator("#target")).to_have_text("of 50")
    expect(app.page.locator("#exact-of")).to_have_text("of all 64 sums")


def test_wide_numbers_are_measured_on_a_sample_that_is_called_one(app):
    app.field("Bits").fill("16")
    app.button("Reset").click()
    expect(app.page.locator("#exact-of")).to_have_text(re.compile("a sample of 16,384 sums"))


def test_the_grid_shows_both_numbers_the_sum_and_which_bits_are_wrong(app):
    grid = app.page.locator("#bit-grid")
    expect(grid).to_contain_text("69")
    expect(grid.locator(".wrong").first).to_be_visible()
    app.train_to_the_end()
    expect(grid.locator(".wrong")).to_have_count(0)


def test_pointing_at_the_chart_shows_values(trained):
    app = trained
    app.page.locator("#error-trace .u-over").hover(position={"x": 60, "y": 40})
    expect(app.page.locator("#trace-where")).to_contain_text(re.compile(r"\d"))
    reading = app.page.locator("#trace-reading")
    expect(reading.locator(".of-error b")).to_have_text(re.compile(r"^\d\.\d"))
