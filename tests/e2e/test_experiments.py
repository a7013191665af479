"""Many networks compared in the page, beside a run that goes on."""

import re

import pytest
from playwright.sync_api import expect

LONGEST = 300_000  # milliseconds on a slow machine


@pytest.mark.parametrize(
    ("name", "compared", "words"),
    [
        ("Hidden units: 4, 8, 16, 32", 4, "Learning rate 0.1: half of the networks are perfect"),
        ("Learning rates: 0.03 to 3", 5, "The fastest learning rate here is"),
        ("Thirty seeds", 1, "networks become perfect within"),
    ],
)
def test_an_experiment_draws_its_curves_and_says_what_it_found(again, name, compared, words):
    app = again
    app.enter("experiments")
    app.button(name).click()
    expect(app.button(name)).to_be_disabled()
    expect(app.page.locator("#compare-left")).to_have_text(re.compile(r"about \d+ s left"))
    expect(app.page.locator("#compare-words")).to_contain_text(words, timeout=LONGEST)
    expect(app.page.locator(".multiples path.median")).to_have_count(compared)
    expect(app.page.locator(".seeds .tick").first).to_be_visible()
    expect(app.page.locator("#compare-left")).to_have_text(re.compile(r"took \d+ s"))
    expect(app.button(name)).to_be_enabled()
    app.page.get_by_text("The numbers", exact=True).click()
    expect(app.page.locator(".experiment-table td").first).to_be_visible()
    app.expect_iteration(0)


def test_an_experiment_can_be_cancelled_and_the_run_goes_on_beside_it(again):
    app = again
    app.enter("experiments")
    app.button("Thirty seeds").click()
    app.field("Speed").select_option("100 a second")
    app.button("Train").click()
    app.expect_state("running")
    expect(app.page.locator("#compare-left")).to_have_text(re.compile(r"about \d+ s left"))
    before = app.iteration
    expect(app.html).not_to_have_attribute("data-iteration", str(before))
    app.button("Cancel").click()
    expect(app.page.locator("#compare-words")).to_contain_text("Cancelled")
    expect(app.button("Cancel")).to_be_hidden()
    expect(app.button("Thirty seeds")).to_be_enabled()
    app.field("Speed").select_option("full speed")
    app.expect_state("finished", LONGEST)
    expect(app.accuracy).to_have_text("100 %")


def test_an_estimate_stands_under_every_experiment(shared):
    app = shared
    for name in ("compare-hidden", "compare-rates", "compare-seeds"):
        expect(app.page.locator(f"#{name}-hint")).to_have_text(
            re.compile(r"^\d+ networks; estimate: \d+ s$")
        )
