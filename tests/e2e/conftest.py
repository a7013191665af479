"""The built site in a real browser, watched: nothing may go wrong unseen."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect, sync_playwright

from builder.places import DIST
from builder.serve import in_background
from tests.e2e.app import BOOT, App
from tests.e2e.artifacts import Recorder
from tests.e2e.tidying import begin_again, graduate, note
from tests.e2e.visitors import ONE_PROCESS, Returning, as_asked, first_visit
from tests.e2e.watching import Watch, watching

QUIET = (  # the same on any machine, also as root and without a screen
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)


expect.set_options(timeout=BOOT)  # what is right comes soon, but nobody knows how soon


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


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser's memory with service workers."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context
    context.close()


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


@pytest.fixture
def sentence(app: App) -> Locator:
    """What the page says of the sum in sight."""
    return app.page.locator("#sentence")


@contextmanager
def altered_site(folder: Path) -> Iterator[str]:
    """Serve a copy of the site that a test has altered."""
    with in_background(folder) as server:
        yield server.address


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the built site, to be damaged."""
    return Path(shutil.copytree(DIST, tmp_path / "site"))
