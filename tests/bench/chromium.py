"""Chromium by Playwright."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, sync_playwright

from tests.e2e.conftest import QUIET


@contextmanager
def chromium(program: str) -> Iterator[Page]:
    """A page in Chromium for as long as the block lasts; without a program in Playwright's own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program or None, args=QUIET)
        yield browser.new_page(viewport={"width": 1280, "height": 800})
        browser.close()


class Tab:
    """A page by the few words that Firefox's tab knows too."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self, address: str) -> None:
        """Go to an address."""
        self.page.goto(address)

    def evaluate(self, expression: str) -> object:
        """Return the value of a JavaScript expression in the page."""
        return self.page.evaluate(expression)
