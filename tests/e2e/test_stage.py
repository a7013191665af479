"""The page on a projector: the story by a clicker, all of it on the screen, and again by itself."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.app import App
from tests.e2e.axe import violations

SCROLLED = """[document.documentElement.scrollWidth - innerWidth,
  document.documentElement.scrollHeight - innerHeight]"""
SPILT = """[...document.querySelectorAll(".instrument > *, .story, .masthead")]
  .filter((each) => each.checkVisibility() && each.scrollHeight > each.clientHeight + 1)
  .map((each) => each.className)"""


@pytest.fixture
def stage(page, visit) -> App:
    """The page on a projector."""
    page.set_viewport_size({"width": 1920, "height": 1080})
    return visit("?stage#iterations=400")


def current(app: App):
    return app.page.locator(".story [aria-current=step]")


def test_the_story_fills_the_screen_and_nothing_scrolls(stage):
    page = stage.page
    for width, height in ((1920, 1080), (1280, 800), (1024, 768)):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(SCROLLED) == [0, 0]
        assert page.evaluate(SPILT) == []
    assert violations(page) == []


def test_a_clicker_goes_through_the_story_and_back(stage):
    page = stage.page
    expect(current(stage)).to_have_text("Start again")
    page.keyboard.press("PageUp")
    expect(current(stage)).to_have_text("Start again")
    page.keyboard.press("PageDown")
    expect(current(stage)).to_have_text("One example")
    expect(page.locator("#sentence")).to_contain_text("Bit 0")
    stage.expect_iteration(1)
    stage.expect_state("paused")
    page.keyboard.press("PageDown")
    expect(current(stage)).to_have_text("Ten a second")
    stage.expect_state("running")
    page.keyboard.press("PageDown")
    stage.expect_state("finished")
    assert stage.iteration == 400
    page.keyboard.press("PageDown")
    expect(stage.field("First number")).to_be_focused()
    page.keyboard.type("11")
    page.keyboard.press("Enter")
    expect(page.locator("#adder-question")).to_contain_text("11 + 1")
    page.keyboard.press("PageUp")
    expect(current(stage)).to_have_text("Full speed")
    stage.expect_iteration(800)


def test_a_step_that_is_left_at_once_does_nothing_later(clock, page, visit):
    app = visit("?stage#iterations=10000000")
    app.button("Full speed").click()
    app.until("Number(document.documentElement.dataset.iteration) > 100")
    app.page.evaluate(
        """() => {
          const steps = [...document.querySelectorAll(".story li button")];
          for (const name of ["One example", "Full speed"])
            steps.find((step) => step.textContent === name).click();
        }"""
    )
    left = app.iteration
    app.until(f"Number(document.documentElement.dataset.iteration) > {left + 1000}")
    app.expect_state("running")
    app.button("Pause").click()
    app.expect_state("paused")
    app.until_answered()
    rests_at = app.iteration
    clock.run_for(1_000)
    app.until_answered()
    assert (app.state, app.iteration) == ("paused", rests_at)


def test_a_finished_run_begins_again_by_itself(clock, page, visit):
    app = visit("?stage#iterations=200")
    app.train_to_the_end()
    expect(page.locator("#story-countdown")).to_have_text(re.compile(r"Again in \d+ s"))
    for _ in range(6):
        app.until_answered()  # a worker that says nothing for twenty seconds is given up
        clock.run_for(10_000)
    app.expect_state("ready")
    assert app.iteration == 0
    expect(page.locator("#story-countdown")).to_have_text("")


def test_who_stays_is_left_in_peace(stage):
    stage.train_to_the_end()
    stage.button("Stay").click()
    expect(stage.page.locator("#story-countdown")).to_have_text("")
    expect(stage.button("Stay")).to_have_count(0)


def test_escape_leaves_with_the_run_as_it_stands(stage):
    page = stage.page
    stage.train_to_the_end()
    expect(page).to_have_url(re.compile("at=400"))
    stage.page.locator("[data-explain=error]").first.click()
    page.keyboard.press("Escape")  # closes what is open, and no more
    expect(page.locator("#explanation")).not_to_be_visible()
    expect(page).to_have_url(re.compile("stage"))
    page.keyboard.press("Escape")
    expect(page).not_to_have_url(re.compile("stage"))
    stage.expect_iteration(400)
    expect(page.locator("#open-help")).to_be_visible()


def test_a_small_screen_shows_the_same_story_below_one_another(stage):
    stage.page.set_viewport_size({"width": 390, "height": 844})
    assert stage.page.evaluate(SCROLLED)[0] == 0
