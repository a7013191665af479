"""What browsers do with a page unasked: hide it, put it to sleep, turn it."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.app import ROOMS, App
from tests.e2e.conftest import QUIET, Watch
from tests.e2e.devtools import Tab, visitor

LONG = "#iterations=10000000"  # a run that no test sees the end of
STATE = "document.documentElement.dataset.state"
ITERATION = "Number(document.documentElement.dataset.iteration)"
PATIENCE = 20  # seconds that the page waits for a word of the worker (heartbeat.js)
UPRIGHT = {"width": 390, "height": 844}
LYING = {"width": 844, "height": 390}
SIZES = """async (most) => {  // are all pictures as fine as the screen, to so many pixels?
  const frame = () => new Promise(requestAnimationFrame);
  for (const canvas of document.querySelectorAll("canvas")) {
    canvas.scrollIntoView({ block: "center" });  // what is far out of sight is not drawn
    for (let frames = 0; frames < 3; frames += 1) await frame();
    if (!canvas.checkVisibility() || canvas.matches("#map-canvas, #effect-map")) continue;
    if (Math.abs(canvas.width - canvas.clientWidth * devicePixelRatio) > most) return false;
  }
  return true;
}"""


@contextmanager
def training_tab(browser, site) -> Iterator[Tab]:
    """A visitor's tab that trains."""
    with visitor(browser, site + LONG) as tab:
        tab.until(f"{STATE} === 'ready'")
        tab.evaluate("document.getElementById('train').click()")
        tab.until(f"{ITERATION} > 100")
        yield tab


@pytest.fixture
def running(page: Page, visit: Callable[..., App]) -> App:
    """The page in the midst of a long run."""
    app = visit(LONG)
    expect(page.locator("#target")).to_have_text("of 10,000,000")
    app.button("Train").click()
    goes_on(app)
    return app


def goes_on(app: App) -> None:
    """Training makes progress."""
    app.expect_state("running")
    expect(app.html).not_to_have_attribute("data-iteration", str(app.iteration))


def fits(app: App, width: int, most: int) -> None:
    """In every room all pictures are as fine as the screen, and nothing is wider than it."""
    for room in ROOMS:
        app.enter(room)
        goes_on(app)
        app.until(f"({SIZES})({most})")
        assert app.page.evaluate("document.documentElement.scrollWidth") <= width, room


def test_training_goes_on_in_a_hidden_tab_and_its_newest_state_is_there_on_coming_back(
    browser, site
):
    with training_tab(browser, site) as tab:
        tab.hide()
        tab.until("document.hidden")
        left = tab.evaluate(ITERATION)
        tab.until(f"{ITERATION} > {left + 1000}")
        hidden = tab.evaluate(ITERATION)
        tab.show()
        tab.until(f"{ITERATION} > {hidden}")
        assert tab.evaluate(STATE) == "running"


def test_a_tab_that_slept_goes_on_and_cries_no_wolf(browser, site):
    with training_tab(browser, site) as tab:
        tab.sleep(PATIENCE + 3)
        asleep = tab.evaluate(ITERATION)
        tab.show()
        tab.until(f"{ITERATION} > {asleep}")
        assert tab.evaluate(STATE) == "running"
        assert tab.evaluate("document.getElementById('failure').hidden") is True


@pytest.mark.parametrize("kept", [True, False])
def test_going_back_to_the_page_finds_it_alive(browser, site, kept):
    launched = browser.browser_type.launch(
        executable_path=os.environ.get("BINADD_CHROMIUM"),
        args=QUIET,
        ignore_default_args=["--disable-back-forward-cache"] if kept else [],
    )
    page = launched.new_context(service_workers="block").new_page()
    watch = Watch(page, site)
    page.goto(f"{site}{LONG}&seed=5")
    app = App(page)
    app.expect_state("ready")
    expect(app.field("Seed")).to_have_value("5")
    app.button("Step").click()
    app.expect_iteration(1)
    expect(page).to_have_url(re.compile("at=1$"))  # a run at rest writes itself into the address
    page.evaluate("addEventListener('pageshow', () => { globalThis.restored = true; })")
    page.goto(f"{site}licences.html")
    page.evaluate("setTimeout(() => history.back())")  # first it answers, then it goes
    app.expect_iteration(1)
    assert page.evaluate("Boolean(globalThis.restored)") is kept
    expect(app.field("Seed")).to_have_value("5")
    app.button("Train").click()
    goes_on(app)
    assert watch.complaints == []
    launched.close()


def test_two_tabs_train_two_runs_at_once(running, site):
    one, page = running, running.page.context.new_page()
    watch = Watch(page, site)
    page.goto(f"{site}{LONG}&seed=7")
    other = App(page)
    other.expect_state("ready")
    expect(other.field("Seed")).to_have_value("7")
    other.field("Theme").select_option("dark")
    other.button("Train").click()
    goes_on(other)
    goes_on(one)
    expect(one.html).to_have_attribute("data-theme", "light")
    one.button("Pause").click()
    one.expect_state("paused")
    assert "seed" not in one.page.url
    goes_on(other)
    assert watch.complaints == []


def test_turning_a_phone_in_mid_training_redraws_everything_in_place(running):
    page = running.page
    for size in (UPRIGHT, LYING, UPRIGHT, LYING):
        page.set_viewport_size(size)
        fits(running, size["width"], 2)
    running.button("Pause").click()
    running.expect_state("paused")


def test_zooming_in_mid_training_keeps_the_pictures_sharp(running):
    page = running.page
    line = page.context.new_cdp_session(page)
    for zoom in (2, 4):
        size = {"width": 1280 // zoom, "height": 800 // zoom, "deviceScaleFactor": zoom}
        line.send("Emulation.setDeviceMetricsOverride", {**size, "mobile": False})
        fits(running, size["width"], 2 * zoom)
        assert page.evaluate("devicePixelRatio") == zoom


@pytest.mark.parametrize("locale", ["de-DE", "ar-EG", "hi-IN", "tr-TR"])
def test_numbers_are_written_and_read_in_one_way_in_every_country(browser, site, locale):
    context = browser.new_context(locale=locale, service_workers="block")
    page = context.new_page()
    watch = Watch(page, site)
    page.goto(f"{site}#alpha=0.25&iterations=12345")
    app = App(page)
    app.expect_state("ready")
    expect(page.locator("#target")).to_have_text("of 12,345")
    expect(app.field("Learning rate")).to_have_value("0.25")
    app.button("Step").click()
    app.expect_iteration(1)
    app.field("Learning rate").fill("0,5")
    app.button("Reset").click()
    expect(app.error_of("Learning rate")).to_contain_text("must be a number from")
    app.expect_iteration(1)
    app.field("Learning rate").fill("0.5")
    app.button("Reset").click()
    app.expect_iteration(0)
    expect(page.locator("#settings-notice")).to_have_text("")
    expect(page).to_have_url(re.compile(r"#alpha=0\.5&iterations=12345"))
    app.add("1,5", "1")
    expect(app.error_of("First number")).to_contain_text("must be a whole number")
    app.add("1000", "1")
    expect(page.locator("#adder-question")).to_have_text("1000 + 1 =")
    assert re.search(r"[٠-٩०-९]", page.locator("body").inner_text()) is None
    assert watch.complaints == []
    context.close()


def test_a_full_disk_only_means_that_nothing_is_kept(browser, site):
    context = browser.new_context()
    page = context.new_page()
    line = context.new_cdp_session(page)
    full = {"origin": site.rstrip("/"), "quotaSize": 1_000_000}
    line.send("Storage.overrideQuotaForOrigin", full)
    page.goto(site)
    app = App(page)
    app.expect_state("ready")
    expect(page.locator("#kept")).to_contain_text("cannot keep the page")
    app.button("Step").click()
    app.expect_iteration(1)
    app.add("9", "60")
    expect(app.page.locator("#adder-question")).to_have_text("9 + 60 =")
    context.close()


def test_where_service_workers_are_forbidden_the_page_says_so_and_works(app):
    expect(app.page.locator("#kept")).to_contain_text("cannot keep the page")
    app.button("Step").click()
    app.expect_iteration(1)
