"""The built site in a real browser, watched: nothing may go wrong unseen."""

import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from binadd.settings import LIMITS
from builder.places import DIST
from builder.serve import in_background
from tests.e2e.artifacts import Recorder
from tests.e2e.tidying import begin_again, graduate, note
from tests.e2e.visitors import ONE_PROCESS, Returning, as_asked, first_visit
from tests.e2e.watching import Watch, watching

BOOT = 60_000  # milliseconds that Python may take to start on a slow machine
TRAINING = 240_000  # and a training run
ROOMS = ("learning", "memory", "proof", "experiments")
SETTINGS = {limit.label.capitalize() for limit in LIMITS.values()} | {"Preset"}
FRAME = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
QUIET = (  # the same on any machine, also as root and without a screen
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)


expect.set_options(timeout=BOOT)  # what is right comes soon, but nobody knows how soon


class App:
    """The page as a visitor uses it: by roles and names."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._new = map(str, count(10_101))  # numbers that have not been asked
        self.html = page.locator("html")
        self.accuracy = page.locator("#exact-accuracy")
        self.answer = page.locator("#adder-result")
        self.failure = page.locator("#failure[role=alert]")

    def button(self, name: str):
        return self.page.get_by_role("button", name=name, exact=True)

    def field(self, name: str):
        """A field by its label; the settings are unfolded if it is one of theirs."""
        if name in SETTINGS:
            self.unfold()
        return self.page.get_by_label(name, exact=True)

    def unfold(self) -> None:
        """Have the fields of the settings in sight."""
        opener = self.page.locator("#settings-open")
        if opener.is_visible() and opener.get_attribute("aria-expanded") == "false":
            opener.click()

    def enter(self, room: str) -> None:
        """Enter a room; in a frame or on a stage there are none."""
        if (self.html.get_attribute("data-room") or room) != room:
            self.page.locator(f".rooms a[data-to={room}]").click()
            expect(self.html).to_have_attribute("data-room", room)

    @contextmanager
    def inside(self, room: str) -> Iterator[None]:
        """What is done in a room; afterwards that of before is in sight again."""
        before = self.html.get_attribute("data-room") or room
        self.enter(room)
        yield
        self.enter(before)

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """What is done in the sheet for what is kept and shared, which lies over the page."""
        self.button("Share").click()
        sheet = self.page.get_by_role("dialog", name="Keep it, send it, take it with you")
        yield
        sheet.get_by_role("button", name="Close", exact=True).click()
        expect(sheet).to_be_hidden()

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

    def start_long_run(self) -> None:
        """Train at full speed, for longer than any test looks on however fast the machine is."""
        self.field("Iterations").fill("10000000")
        self.button("Reset").click()
        expect(self.page.locator("#target")).to_have_text("of 10,000,000")
        self.button("Train").click()
        self.expect_state("running")

    def until(self, expression: str) -> None:
        """Wait until a JavaScript expression of the page is true, looking at every frame."""
        deadline = time.monotonic() + TRAINING / 1000
        while not self.page.evaluate(expression):
            assert time.monotonic() < deadline, f"never: {expression}"
            self.page.evaluate(FRAME)

    def until_answered(self) -> None:
        """Wait until the worker, which answers in order, has answered all it was asked so far."""
        first, kept = next(self._new), self.page.locator("#pin").text_content()
        self.add(first, "1")
        expect(self.page.locator("#adder-question")).to_have_text(
            re.compile(rf"^({first}|{int(first):,}) \+ 1 =$")  # a stage groups the digits
        )
        if kept == "Keep this" and self.button("Let go").is_visible():
            self.button("Let go").click()
        self.page.evaluate(FRAME)

    def add(self, first: str, second: str) -> None:
        with self.inside("learning"):
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
def recorder() -> Recorder:
    """What there is to say of a test that fails."""
    return Recorder()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item):
    """Say of a test that fails in the browser where its pictures, console and trace are."""
    report = yield
    recorder = getattr(item, "funcargs", {}).get("recorder")
    if recorder and report.failed and report.when != "teardown":  # then the page has gone
        report.sections.append(("Artifacts", str(recorder.leave(item.nodeid))))
    return report


@pytest.fixture(scope="session")
def browser(recorder: Recorder) -> Iterator[Browser]:
    """The Chromium that build.py found; without one named, Playwright takes its own."""
    with sync_playwright() as playwright:
        program = os.environ.get("BINADD_CHROMIUM")
        browser = playwright.chromium.launch(executable_path=program, args=[*QUIET, ONE_PROCESS])
        yield as_asked(browser, recorder)
        browser.close()


@pytest.fixture(scope="session")
def returning(browser: Browser, site: str, recorder: Recorder) -> Returning:
    """A visitor who has been here before."""
    return Returning(browser, site, recorder)


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page: as new as a first visit, or, for a test of the ready page, of a returning visitor."""
    asked = set(request.fixturenames)
    returns = (
        asked & {"app", "visit", "returning"} and "clock" not in asked
    )  # a clock is a whole memory's
    visitor = request.getfixturevalue("returning").visit() if returns else first_visit(browser)
    with visitor as page:
        yield page


@pytest.fixture
def clock(page: Page):
    """The page's clock, which a test can move on; asked for before the page is opened."""
    page.clock.install()
    return page.clock


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the built site."""
    assert (DIST / "index.html").is_file(), "build the site first: python3 build.py build"
    with in_background(DIST) as server:
        yield server.address


@pytest.fixture
def watch(page: Page, site: str, recorder: Recorder, request) -> Iterator[Watch]:
    """Fails the test, in the end, on any complaint and on any foreign request."""
    with watching(page, site, lambda: recorder.leave(request.node.nodeid)) as watch:
        yield watch
    assert watch.requests


@contextmanager
def ready(returning: Returning, site: str) -> Iterator[App]:
    """A ready page for as long as the block lasts."""
    with returning.visit() as page:
        page.goto(site)
        app = App(page)
        app.expect_state("ready")
        yield app


@pytest.fixture(scope="module")
def lasting(returning: Returning, site: str) -> Iterator[App]:
    """A ready page for as long as the tests of a file last."""
    with ready(returning, site) as app:
        note(app)
        yield app


@pytest.fixture
def shared(lasting: App, site: str, recorder: Recorder, request) -> Iterator[App]:
    """The page that some tests of a file have in common; each is watched for itself.

    It is for tests to which it is all the same what another has done before.
    """
    with watching(lasting.page, site, lambda: recorder.leave(request.node.nodeid)):
        yield lasting


@pytest.fixture
def again(shared: App) -> App:
    """The page of the tests before with its first run begun anew, and nothing left of theirs."""
    begin_again(shared)
    return shared


@pytest.fixture
def trained(shared: App) -> App:
    """The page of the tests before at the end of its first run, and nothing left of theirs."""
    graduate(shared)
    return shared


@pytest.fixture
def visit(page: Page, site: str, watch: Watch) -> Callable[..., App]:
    """Opens the page at an address of the site, and waits until Python is there."""

    def at(address: str, state: str = "ready") -> App:
        page.goto(site + address)
        app = App(page)
        app.expect_state(state)
        return app

    return at


@pytest.fixture
def app(visit: Callable[..., App]) -> App:
    """The page, loaded and ready."""
    return visit("")


@contextmanager
def altered_site(folder: Path) -> Iterator[str]:
    """Serve a copy of the site that a test has altered."""
    with in_background(folder) as server:
        yield server.address


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the built site, to be damaged."""
    return Path(shutil.copytree(DIST, tmp_path / "site"))
