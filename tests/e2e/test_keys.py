"""Single keys on every keyboard, and keys that are held."""

import pytest
from playwright.sync_api import expect

from tests.e2e.app import TRAINING, App

pytestmark = pytest.mark.usefixtures("returning")  # nothing here is about a first visit

PRESS = """([key, code, more]) => {
  const options = { key, code, bubbles: true, cancelable: true, ...more };
  const event = new KeyboardEvent("keydown", options);
  (document.activeElement ?? document.body).dispatchEvent(event);
  return event.defaultPrevented;
}"""


def press(app, key, code, **more) -> bool:
    """Press a key of some keyboard; was it taken?"""
    return app.page.evaluate(PRESS, [key, code, more])


def test_a_letter_of_another_script_counts_by_its_place_and_a_latin_one_by_its_sign(app):
    steps = 0
    for key in ("ы", "Ы", "σ", "ד", "س", "ㄴ", "ห", "ｓ"):  # where S is, full-width at last
        assert press(app, key, "KeyS")
        steps += 1
        app.expect_iteration(steps)
    assert press(app, "s", "Semicolon")  # Dvorak
    app.expect_iteration(steps + 1)
    for key, code in [("o", "KeyS"), ("ß", "KeyS"), ("Dead", "KeyS"), ("ы", "KeyX")]:
        assert not press(app, key, code)
    assert press(app, "к", "KeyR")
    app.expect_iteration(0)
    assert press(app, "؟", "Slash", shiftKey=True)
    expect(app.page.locator("#help")).to_be_visible()
    assert not press(app, "ы", "KeyS")  # not beside a dialog
    app.page.keyboard.press("Escape")
    for held in ("ctrlKey", "altKey", "metaKey", "isComposing", "modifierAltGraph"):
        assert not press(app, "ы", "KeyS", **{held: True})
    app.field("Seed").focus()
    assert not press(app, "ы", "KeyS")
    assert app.iteration == 0


def test_a_space_that_is_held_trains_once_and_never_scrolls(app):
    page = app.page
    page.evaluate("document.activeElement.blur()")
    page.set_viewport_size({"width": 1280, "height": 480})  # too low for the room
    page.evaluate("scrollTo(0, 200)")
    page.keyboard.down("Space")
    for _ in range(5):
        page.keyboard.down("Space")  # the key repeats
    app.expect_state("running")
    page.keyboard.up("Space")
    assert page.evaluate("scrollY") == 200
    page.evaluate("document.activeElement.blur()")
    assert not press(app, " ", "Space", shiftKey=True)  # scrolls up, as ever
    page.keyboard.press("Space")
    app.expect_state("paused")


def test_an_enter_that_is_held_on_train_does_not_pause_again(app):
    app.button("Train").focus()
    app.page.keyboard.down("Enter")
    app.expect_state("running")
    for _ in range(5):
        app.page.keyboard.down("Enter")
    app.page.keyboard.up("Enter")
    assert app.state == "running"


@pytest.mark.parametrize("key", ["PageDown", "PageUp"])
def test_a_clickers_key_that_is_held_turns_once(page, site, watch, key):
    page.goto(f"{site}?stage&chapter=5")
    App(page).expect_state("ready")
    page.keyboard.down(key)
    for _ in range(4):
        page.keyboard.down(key)
    page.keyboard.up(key)
    if key == "PageDown":  # the truth, and no further
        expect(page.locator("#chapter-push .told")).to_be_visible(timeout=TRAINING)
    else:
        expect(page.locator("#chapter-cut")).to_be_visible()
    assert page.locator(".chapter:visible").count() == 1
