"""A visitor's own functions in the Code view: written, and run."""

from playwright.sync_api import expect

from binadd.settings import Settings
from tests.e2e.app import TRAINING, App

SHORT = Settings(bits=4, hidden=4, iterations=400, alpha=0.5)
QUICK = "?view=code#bits=4&hidden=4&iterations=400&alpha=0.5"
CONTENT = "#own-editor .cm-content"


def edit(app: App) -> App:
    """Open the editor."""
    app.button("Edit").click()
    expect(app.page.locator(CONTENT)).to_be_focused()
    return app


def put(app: App, text: str) -> None:
    """Write a text in the place of all."""
    app.page.locator(CONTENT).focus()
    app.page.keyboard.press("ControlOrMeta+a")
    app.page.keyboard.insert_text(text)
    expect(app.page.locator("#own-code")).to_have_value(text)


def write(app: App, before: str, after: str) -> int:
    """Change the text in the editor; return the line at which the change begins."""
    text = app.page.locator("#own-code").input_value()
    assert text.count(before) == 1
    put(app, text.replace(before, after))
    return text[: text.index(before)].count("\n") + 1


def run(app: App) -> str:
    """Press Run mine, wait for the end, and return the verdict's words."""
    app.button("Run mine").click()
    expect(app.button("Stop")).to_be_enabled()
    expect(app.button("Run mine")).to_be_enabled(timeout=TRAINING)
    return app.page.locator(".trial-verdict").inner_text()
