"""A page is watched: nothing may go wrong unseen."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

BLOCKED = "Service Worker registration blocked by Playwright"  # what its blocking itself says
SLOW = "Python fetches the rest of its files"  # what the page does must not need them


class Watch:
    """Everything that a page complains of, and every host it asks."""

    def __init__(self, page: Page, address: str) -> None:
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self._address = address
        self._heard = [
            (page, "console", self._console),
            (page, "pageerror", lambda error: self.complaints.append(f"page error: {error}")),
            (page, "requestfailed", self._request_failed),
            (page, "response", self._response),
            (page.context, "request", self._request),
        ]
        for where, event, hear in self._heard:
            where.on(event, hear)

    def close(self) -> None:
        """Hear no more: what comes is of another test."""
        for where, event, hear in self._heard:
            where.remove_listener(event, hear)

    def _request(self, request) -> None:
        self.requests.append(request.url)

    def _complain(self, what: str, detail: str) -> None:
        self.complaints.append(f"{what}: {detail}")

    def _console(self, message) -> None:
        if message.text.startswith(SLOW):
            self._complain("the image of Python's memory lacks something", message.text)
        if message.type in ("error", "warning") and message.text != BLOCKED:
            self._complain(f"console {message.type}", f"{message.text} {message.location}")

    def _request_failed(self, request) -> None:
        if request.url.endswith("/icons/icon.svg") and request.failure == "net::ERR_ABORTED":
            return  # the browser's own wish, given up when a test leaves the page early
        self._complain(f"{request.method} failed ({request.failure})", request.url)

    def _response(self, response) -> None:
        if response.status >= 400:
            self._complain(f"status {response.status}", response.url)

    @property
    def foreign(self) -> list[str]:
        """Requests to another host."""
        own = (self._address, f"blob:{self._address}", "data:")
        return [url for url in self.requests if not url.startswith(own)]


@contextmanager
def watching(page: Page, site: str, leave: Callable[[], Path]) -> Iterator[Watch]:
    """Watch a page for as long as the block lasts."""
    watch = Watch(page, site)
    yield watch
    watch.close()
    if watch.complaints or watch.foreign:
        print("Artifacts:", leave())
    assert watch.complaints == []
    assert watch.foreign == []
