"""Chromium by Playwright."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page


class ChromiumTab:
    """A page by the few words that all browsers' tabs know."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._found: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self._found.append(f"error: {error}"))
        page.context.on("request", self._request)

    def open(self, address: str) -> None:
        """Go to an address."""
        self.page.goto(address)

    def evaluate(self, expression: str) -> Any:
        """Return the value of a JavaScript expression in the page, awaited if it is a promise."""
        return self.page.evaluate(expression)

    def click(self, selector: str) -> None:
        """Click on an element as a person would."""
        self.page.click(selector)

    def fill(self, selector: str, text: str) -> None:
        """Empty a field and type into it."""
        self.page.fill(selector, text)

    def complaints(self) -> list[str]:
        """Return the errors and warnings of all pages since the last time it was asked."""
        found, self._found[:] = self._found[:], []
        return found

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self._found.append(f"console {message.type}: {message.text} {message.location}")

    def _request(self, request: Any) -> None:
        if urlsplit(request.url).hostname not in (None, "127.0.0.1"):
            self._found.append(f"asked {request.url}")


@contextmanager
def chromium(browser: Browser) -> Iterator[ChromiumTab]:
    """A tab in a running Chromium, for as long as the block lasts."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield ChromiumTab(context.new_page())
    context.close()
