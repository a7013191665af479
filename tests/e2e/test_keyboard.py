"""A whole session without a mouse."""

import re

from playwright.sync_api import expect

LONG = "#iterations=10000000"  # a run that no test sees the end of


def reach(app, control):
    """Walk with Tab until the control has the focus, and see that the focus shows."""
    for _ in range(120):
        app.page.keyboard.press("Tab")
        if control.evaluate("(element) => element === document.activeElement"):
            width = control.evaluate("(element) => getComputedStyle(element).outlineWidth")
            assert width != "0px"
            return
    raise AssertionError("Tab never came to that control")


def press(app, control):
    reach(app, control)
    app.page.keyboard.press("Enter")


def type_into(app, name, text):
    reach(app, app.page.get_by_label(name, exact=True))  # App.field would take the mouse
    app.page.keyboard.press("Control+a")
    app.page.keyboard.type(text)


def test_a_whole_session_from_the_keyboard(visit):
    app = visit(LONG)
    keyboard = app.page.keyboard
    app.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    press(app, app.button("Train"))
    app.expect_state("running")
    expect(app.button("Pause")).to_be_focused()
    keyboard.press("Enter")
    app.expect_state("paused")
    before = app.iteration
    press(app, app.button("Step"))
    app.expect_iteration(before + 1)
    press(app, app.button("Change"))
    type_into(app, "Hidden units", "8")
    keyboard.press("Enter")  # a form's Enter is its Reset
    app.expect_iteration(0)
    expect(app.button("Change")).to_be_focused()  # the fields have folded up
    type_into(app, "First number", "9")
    type_into(app, "Second number", "60")
    keyboard.press("Enter")
    press(app, app.page.get_by_role("link", name="Proof", exact=True))
    expect(app.page.locator("#adder-question")).to_have_text("9 + 60 =")
    press(app, app.button("Share"))
    press(app, app.button("Copy link"))
    expect(app.page.locator("#keep-said")).to_contain_text("Copied")
    assert app.page.evaluate("navigator.clipboard.readText()").endswith(
        "?view=lab&room=proof#hidden=8&iterations=10000000&pin=9,60"
    )
    keyboard.press("Escape")
    expect(app.page.locator("#keep-panel")).not_to_be_visible()
    expect(app.button("Share")).to_be_focused()
    keyboard.press("?")
    expect(app.page.get_by_role("dialog", name="How to use this page")).to_be_visible()
    keyboard.press("Escape")
    expect(app.page.locator("#help")).not_to_be_visible()
    expect(app.button("Share")).to_be_focused()


def test_single_keys_drive_the_page_but_never_while_typing(visit):
    app = visit(LONG)
    page = app.page
    expect(page.locator("#sentence")).to_contain_text("Before any training")
    page.keyboard.press("p")
    expect(app.button("Let go")).to_be_visible()
    expect(page).to_have_url(re.compile("#iterations=10000000&pin=9,60$"))
    page.keyboard.press("s")
    app.expect_iteration(1)
    app.expect_state("paused")
    page.keyboard.press("t")
    app.expect_state("running")
    page.keyboard.press("Space")
    app.expect_state("paused")
    page.keyboard.press("r")
    app.expect_iteration(0)
    app.field("First number").press_sequentially("srt?")
    page.keyboard.press("Control+s")
    expect(app.field("First number")).to_have_value(re.compile(r"^srt\?"))
    expect(page.locator("#help")).not_to_be_visible()
    assert (app.state, app.iteration) == ("ready", 0)


def test_single_keys_can_be_switched_off_for_good(app):
    app.button("Help").click()
    app.page.get_by_label("Use these keys").uncheck()
    app.button("Close").click()
    app.page.reload()
    app.expect_state("ready")
    app.page.keyboard.press("?")
    expect(app.page.locator("#help")).not_to_be_visible()
