"""The built site in a real browser, watched: nothing may go wrong unseen."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from builder.places import DIST
from builder.serve import in_background

BOOT = 60_000  # milliseconds that Python may take to start on a slow machine
TRAINING = 120_000  # and a training run
BLOCKED = "Service Worker registration blocked by Playwright"  # what its blocking itself says
QUIET = (  # the same on any machine, also as root and without a screen
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)


class Watch:
    """Everything that a page complains of, and every host it asks."""

    def __init__(self, page: Page, address: str) -> None:
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self._address = address
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(f"page error: {error}"))
        page.on("requestfailed", self._request_failed)
        page.on("response", self._response)
        page.context.on("request", lambda request: self.requests.append(request.url))

    def _complain(self, what: str, detail: str) -> None:
        self.complaints.append(f"{what}: {detail}")

    def _console(self, message) -> None:
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


class App:
    """The page as a visitor uses it: by roles and names."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.html = page.locator("html")
        self.accuracy = page.locator("#exact-accuracy")
        self.answer = page.locator("#adder-result")
        self.failure = page.locator("#failure[role=alert]")

    def button(self, name: str):
        return self.page.get_by_role("button", name=name, exact=True)

    def field(self, name: str):
        return self.page.get_by_label(name, exact=True)

    def expect_state(self, state: str, timeout: int = BOOT) -> None:
        expect(self.html).to_have_attribute("data-state", state, timeout=timeout)

    @property
    def state(self) -> str:
        return self.html.get_attribute("data-state") or ""

    @property
    def iteration(self) -> int:
        return int(self.html.get_attribute("data-iteration") or -1)

    def expect_iteration(self, iteration: int) -> None:
        expect(self.html).to_have_attribute("data-iteration", str(iteration), timeout=TRAINING)

    def train_to_the_end(self) -> None:
        self.button("Train").click()
        self.expect_state("finished", TRAINING)

    def add(self, first: str, second: str) -> None:
        self.field("First number").fill(first)
        self.field("Second number").fill(second)
        self.button("Add").click()

    def error_of(self, name: str):
        """The alert that is tied to a field."""
        described = self.field(name).get_attribute("aria-describedby") or ""
        alert = next(part for part in described.split() if part.endswith("-error"))
        locator = self.page.locator(f"#{alert}")
        expect(locator).to_have_attribute("role", "alert")
        return locator


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium that build.py found; without one named, Playwright takes its own."""
    with sync_playwright() as playwright:
        program = os.environ.get("BINADD_CHROMIUM")
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a browser context of its own, as new as a first visit.

    Without service workers: each test would fetch the whole site once more, and a file that a test
    damages must be the one that the page gets. test_offline.py makes contexts that have them.
    """
    size: ViewportSize = {"width": 1280, "height": 800}
    context = browser.new_context(viewport=size, service_workers="block")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the built site."""
    assert (DIST / "index.html").is_file(), "build the site first: python3 build.py build"
    with in_background(DIST) as server:
        yield server.address


@pytest.fixture
def watch(page: Page, site: str) -> Iterator[Watch]:
    """Fails the test, in the end, on any complaint and on any foreign request."""
    watch = Watch(page, site)
    yield watch
    assert watch.complaints == []
    assert watch.foreign == []
    assert watch.requests


@pytest.fixture
def app(page: Page, site: str, watch: Watch) -> App:
    """The page, loaded and ready."""
    page.goto(site)
    app = App(page)
    app.expect_state("ready")
    return app


@contextmanager
def altered_site(folder: Path) -> Iterator[str]:
    """Serve a copy of the site that a test has altered."""
    with in_background(folder) as server:
        yield server.address


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the built site, to be damaged."""
    return Path(shutil.copytree(DIST, tmp_path / "site"))
