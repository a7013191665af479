"""Every state in three sizes and two themes: nothing hangs over the edge; pictures are kept."""

import pytest
from playwright.sync_api import Page, expect

from builder.places import CACHE
from tests.e2e.app import App

pytestmark = pytest.mark.usefixtures("returning")
FOLDER = CACHE / "screenshots"
SIZES = {"phone": (390, 844), "laptop": (1280, 800), "projector": (1920, 1080)}
FRAMES = """new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))))"""
FINISHED = """Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  .then(() => null)"""
AROUND = (".masthead", ".deck", ".rooms", "#settings", "footer")  # every room
REGIONS = {
    "learning": (".grid-panel", ".trace-panel", ".map-panel"),
    "memory": (".states-panel", ".weights-panel", ".surgery-panel", ".blame-panel"),
    "proof": ("#seal", ".adder"),
    "experiments": (".experiments-panel",),
}


def pictures(app: App, size: str, state: str) -> None:
    """Keep every room in both themes; the first is in sight afterwards."""
    for room in reversed(REGIONS):
        app.enter(room)
        for region in (*AROUND, *REGIONS[room]):
            expect(app.page.locator(region)).to_be_visible()
        picture(app.page, size, f"{state}-{room}")


def picture(page: Page, size: str, state: str) -> None:
    """Keep the page in both themes, and see that it is whole."""
    width, height = SIZES[size]
    tall = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": tall})  # what is out of sight is not drawn
    for theme in ("light", "dark"):
        page.get_by_label("Theme", exact=True).select_option(theme)
        page.evaluate(FRAMES)
        page.evaluate(FINISHED)  # buttons change their colours a moment later
        page.screenshot(path=FOLDER / f"{size}-{state}-{theme}.png")
    page.set_viewport_size({"width": width, "height": height})
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, state


@pytest.mark.parametrize("size", SIZES)
def test_every_state_fits(page, site, watch, size):
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    app = App(page)
    page.goto(site, wait_until="commit")
    page.locator("#boot-bar").wait_for()
    page.screenshot(path=FOLDER / f"{size}-loading.png")
    app.expect_state("ready")
    pictures(app, size, "ready")
    app.start_long_run()
    pictures(app, size, "running")
    app.button("Pause").click()
    app.expect_state("paused")
    app.field("Bits").fill("99")
    app.button("Reset").click()
    expect(app.error_of("Bits")).not_to_be_empty()
    picture(page, size, "paused-and-refused")
    app.field("Bits").fill("8")
    app.field("Iterations").fill("500")
    app.button("Reset").click()
    app.train_to_the_end()
    app.add("0b1111111111111111111", "1")
    expect(app.answer).not_to_have_text("–")
    pictures(app, size, "finished")
    app.button("Log").click()
    picture(page, size, "log")
    app.button("Share").click()
    page.screenshot(path=FOLDER / f"{size}-share.png")
    page.keyboard.press("Escape")
    app.button("Help").click()
    page.screenshot(path=FOLDER / f"{size}-help.png")
