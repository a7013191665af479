"""A page that is printed shows all that it has found, also what was never scrolled into sight.

It shows the rooms that were opened, and no others.
"""

import pytest
from playwright.sync_api import expect

from tests.e2e.app import ROOMS
from tests.e2e.layout import FAULTS, SETTLED

CANVASES = """[...document.querySelectorAll(".instrument canvas")]
  .filter((canvas) => canvas.checkVisibility()).map((canvas) => {
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width || 1, height || 1);
  const panel = canvas.closest(".instrument > *").classList[0];
  return [panel, width * height > 0 && new Set(new Uint32Array(data.buffer)).size > 1];
})"""
LEARNING = {"grid-panel", "trace-panel", "map-panel"}
MEMORY = {"states-panel", "weights-panel"}
FLOATING = """[...document.querySelectorAll(".instrument :not(.uplot *)")]
  .filter((part) => part.checkVisibility())
  .filter((part) => {
    const { position, zIndex } = getComputedStyle(part);
    return position === "fixed" || (position === "absolute" && Number(zIndex) > 0);
  })
  .map((part) => part.id || part.className)"""
PHONE = {"width": 390, "height": 844}


def to_paper(page) -> None:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")  # other sizes, to which the pictures are drawn again
    page.evaluate(SETTLED)


@pytest.mark.parametrize("last", ["learning", "memory", "proof"])
def test_before_printing_every_picture_is_drawn_though_nothing_was_scrolled(page, visit, last):
    page.set_viewport_size(PHONE)
    app = visit("")
    app.button("Step").click()
    app.expect_iteration(1)
    expect(app.page.locator("#exact-accuracy")).not_to_have_text("–")
    for room in ("memory", last):
        app.enter(room)
    to_paper(page)
    drawn = page.evaluate(CANVASES)
    assert {panel for panel, _ in drawn} >= LEARNING | MEMORY
    assert [panel for panel, whole in drawn if not whole] == []


def test_a_room_that_was_never_opened_is_not_on_paper(app):
    to_paper(app.page)
    expect(app.page.locator("#bit-grid")).to_be_visible()
    for unopened in ("#states-panel", "#seal", "#adder-answer", "#weights-panel"):
        expect(app.page.locator(unopened)).to_be_hidden()


def test_what_lies_over_the_page_lies_over_nothing_on_paper(app):
    page = app.page
    page.locator("#open-log").click()
    app.unfold()
    to_paper(page)
    expect(page.locator("#log")).to_be_visible()
    page.set_viewport_size({"width": 720, "height": 1000})  # about a sheet
    page.evaluate(SETTLED)
    assert page.evaluate(FAULTS) == []
    assert page.evaluate(FLOATING) == []


def test_paper_is_white_and_shows_no_buttons_and_the_screen_is_dark_again_afterwards(app):
    page = app.page
    app.field("Theme").select_option("dark")
    for room in (*ROOMS, ROOMS[0]):
        app.enter(room)
    page.locator("#open-log").click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(app.html).to_have_attribute("data-theme", "light")
    for hidden in ("#train", "#keep-panel", "#theme", "#experiments-panel", "#pin-form", ".rooms"):
        expect(page.locator(hidden)).to_be_hidden()
    for shown in ("#bit-grid", "#error-trace", "#hidden-states", "#map-canvas", "#log"):
        expect(page.locator(shown)).to_be_visible()
    expect(page.locator("#run-words")).to_contain_text("seed 0")
    expect(page.locator("#run-words")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(app.html).to_have_attribute("data-theme", "dark")
    expect(app.field("Theme")).to_have_value("dark")
