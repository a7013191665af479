"""What trains while the form says something else begins the run that the form asks for."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.app import TRAINING

BEGUN = "This is a new run, with these settings."


@pytest.mark.parametrize("way", ["Train", "Step", "Space", "s"])
def test_training_with_changed_settings_begins_their_run_and_one_press_leads_back(app, way):
    page = app.page
    app.field("Step size").select_option("10")
    app.button("Step").click()
    app.expect_iteration(10)
    app.expect_state("paused")
    app.field("Hidden units").fill("4")
    app.field("Speed").select_option("10")
    expect(page.locator("#settings-notice")).to_contain_text("Train or Reset begins a new run")
    if way in ("Train", "Step"):
        app.button(way).click()
    else:
        page.locator("h1").click()
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press(way)
    expect(page.locator("#settings-notice")).to_have_text(BEGUN, timeout=TRAINING)
    expect(page).to_have_url(re.compile("#hidden=4&at="), timeout=TRAINING)
    expect(app.field("Hidden units")).to_have_value("4")
    app.button("Back to the run of before").click()
    app.expect_iteration(10)
    app.expect_state("paused")
    expect(app.field("Hidden units")).to_have_value("16")
    expect(page.locator("#settings-notice")).to_have_text("")
    expect(page.locator("#settings-back")).to_be_hidden()


def test_bit_by_bit_too_and_back_to_a_network_from_a_link(page, site, watch, app):
    page.evaluate("location.hash = '#seed=3&at=20&pin=9,60'")
    app.expect_iteration(20)
    app.expect_state("paused")
    app.field("Step size").select_option("bit")
    app.field("Seed").fill("5")
    app.button("Step").click()
    expect(page.locator("#settings-notice")).to_have_text(BEGUN, timeout=TRAINING)
    app.expect_iteration(0)
    app.button("Back to the run of before").click()
    app.expect_iteration(20)
    expect(app.field("Seed")).to_have_value("3")
    expect(page).to_have_url(re.compile(r"#seed=3&at=20&pin=9,60$"))


def test_settings_that_mean_the_same_are_not_changed(app):
    for text in ("10,000", "10 000", " 10000 ", "１００００"):
        app.field("Iterations").fill(text)
        expect(app.page.locator("#settings-notice")).to_have_text("")
    app.button("Step").click()
    app.expect_iteration(1)
    app.button("Step").click()
    app.expect_iteration(2)
