"""The page on a projector: the Story by a clicker, all of it on the screen, and again by itself."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.app import TRAINING, App
from tests.e2e.axe import violations

CHAPTERS = ("guess", "you", "learn", "cut", "push", "blame", "where", "forever", "break")
OVER = """() => [document.documentElement.scrollWidth - innerWidth,
  document.documentElement.scrollHeight - innerHeight]"""
ANSWERS = ".hands li, .choices label"
LETTERS = """(answers) => answers.map((each) =>
  each.checkVisibility() && getComputedStyle(each, "::before").content.includes("counter"))"""
LISTEN = """
globalThis.heard = 0; // of what workers say
const Own = globalThis.Worker;
globalThis.Worker = class extends Own {
  constructor(...given) {
    super(...given);
    this.addEventListener("message", () => { heard += 1; });
  }
};
"""
SIZES = ((1920, 1080), (1280, 800), (1024, 768))


@pytest.fixture
def stage(page, visit) -> App:
    """The page on a projector."""
    page.set_viewport_size({"width": 1920, "height": 1080})
    return visit("?stage")


def chapter(app: App, name: str):
    return app.page.locator(f"#chapter-{name}")


def fits(app: App) -> None:
    for width, height in SIZES:
        app.page.set_viewport_size({"width": width, "height": height})
        assert app.page.evaluate(OVER) == [0, 0], (width, height)


def test_a_clicker_shows_the_truth_of_every_chapter_and_goes_on_and_nothing_scrolls(stage):
    keyboard = stage.page.keyboard
    for name in CHAPTERS:
        expect(chapter(stage, name)).to_be_visible()
        fits(stage)
        if name != "you":
            letters = chapter(stage, name).locator(ANSWERS).evaluate_all(LETTERS)
            assert len(letters) > 1
            assert all(letters)
        keyboard.press("PageDown")
        expect(chapter(stage, name).locator(".told")).to_be_visible(timeout=TRAINING)
        fits(stage)
        keyboard.press("PageDown")
    expect(chapter(stage, "break")).to_be_visible()
    expect(stage.button("Next")).to_be_disabled()
    keyboard.press("PageUp")
    expect(chapter(stage, "forever").locator(".told")).to_be_visible()
    expect(stage.button("Next")).to_be_enabled()


def test_nobody_is_kept_out_before_and_after_the_truth(stage):
    assert violations(stage.page) == []
    stage.page.keyboard.press("PageDown")
    expect(chapter(stage, "guess").locator(".told")).to_be_visible()
    assert violations(stage.page) == []


def test_a_chapter_can_be_opened_by_its_link_and_the_address_follows(visit):
    app = visit("?stage&chapter=5")
    expect(chapter(app, "push")).to_be_visible()
    expect(app.page.locator("#link-notice")).to_be_empty()
    app.button("Back").click()
    expect(chapter(app, "cut")).to_be_visible()
    expect(app.page).to_have_url(re.compile(r"\?stage=?&chapter=4"))


def test_it_begins_again_by_itself_when_nobody_is_there(clock, page, visit):
    page.add_init_script(LISTEN)
    app = visit("?stage")
    page.keyboard.press("PageDown")
    expect(chapter(app, "guess").locator(".told")).to_be_visible()
    page.keyboard.press("PageDown")
    expect(chapter(app, "you")).to_be_visible()
    told = page.locator("#again-in")
    for _ in range(55):
        heard = page.evaluate("heard")
        clock.run_for(10_000)
        app.until(f"heard > {heard}")  # a worker that says nothing for twenty seconds is given up
    expect(told).to_have_text(re.compile(r"Again in \d+ s"))
    page.mouse.move(500, 500)
    expect(told).to_have_text("")
    app.button("Begin again").click()
    expect(chapter(app, "guess")).to_be_visible()
    expect(chapter(app, "guess").locator(".told")).to_be_hidden()


def test_escape_leaves_with_the_run_as_it_stands(stage):
    page = stage.page
    expect(page).to_have_url(re.compile("stage"))
    page.keyboard.press("Escape")
    expect(page).not_to_have_url(re.compile("stage"))
    expect(page.locator("#open-help")).to_be_visible()


def test_a_small_screen_shows_the_same_chapters_below_one_another(stage):
    stage.page.set_viewport_size({"width": 390, "height": 844})
    assert stage.page.evaluate(OVER)[0] == 0
