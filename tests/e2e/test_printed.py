"""What is printed is of the moment, and nothing on paper is cut off."""

import pytest
from playwright.sync_api import expect

from tests.e2e.app import ROOMS, App

pytestmark = pytest.mark.usefixtures("returning")  # nothing here is about a first visit

# What scrolls on a screen, and so would be cut on paper, even in the middle of a line; but fields,
# whose numbers stand whole in the answer beside them, may.
CUT = """[...document.querySelectorAll(".instrument *, body")]
  .filter((element) => element.checkVisibility() && element.matches(":not(canvas, svg *, input)"))
  .filter((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const high = element.scrollHeight > element.clientHeight + 1 && overflowY !== "visible";
    const wide = element.scrollWidth > element.clientWidth + 1 && overflowX !== "visible";
    return high || wide;
  })
  .filter((element) => !element.closest(".unseen, h1, .uplot, .chart, button"))
  .map((element) => element.id || element.className)"""
INSIDE = "document.querySelector(%r).getBoundingClientRect().height"
FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"


def to_paper(page) -> None:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 720, "height": 1000})  # about a sheet
    page.evaluate(FRAMES)


def test_the_weights_on_paper_are_those_of_the_moment_though_they_were_never_in_sight(app):
    page = app.page
    page.set_viewport_size({"width": 390, "height": 844})
    with app.inside("memory"):  # the weights stand far below
        pass
    first = page.locator("#weights-plane").get_attribute("aria-label")
    app.train_to_the_end()
    expect(page.locator("#weights-date")).to_have_text("The weights after 10,000 iterations.")
    to_paper(page)
    expect(page.locator("#weights-date")).to_be_visible()
    assert page.locator("#weights-plane").get_attribute("aria-label") != first
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_nothing_that_scrolls_on_a_screen_is_cut_on_paper(page, site, watch):
    page.goto(site)
    app = App(page)
    app.expect_state("ready")
    app.train_to_the_end()
    for room in ROOMS:  # what was opened is printed
        app.enter(room)
    page.locator("#open-log").click()
    app.add(str(2**1000), "1")
    expect(page.locator("#adder-bits .word").nth(100)).to_be_attached()
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    to_paper(page)
    assert page.evaluate(CUT) == []
