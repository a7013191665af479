"""While Python starts, and if it does not, a recording of the tutorial's run plays."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.app import App
from tests.e2e.conftest import Watch
from tests.e2e.test_first_paint import Held

pytestmark = pytest.mark.usefixtures("returning")
PLAYS = 120_000  # milliseconds on a slow machine: the whole recording takes about ten seconds


class Gate:
    """Holds Python's WebAssembly back until it is lifted."""

    def __init__(self, page):
        self._waiting, self._lifted = [], False
        page.route("**/*.wasm", self._meet)

    def _meet(self, route):
        if self._lifted:
            route.continue_()
        else:
            self._waiting.append(route)

    def lift(self):
        self._lifted = True
        for route in self._waiting:
            route.continue_()


@pytest.fixture
def gate(page):
    return Gate(page)


def open_early(page, site) -> App:
    page.goto(site, wait_until="commit")
    expect(page.locator("#recording")).to_be_visible(timeout=PLAYS)
    return App(page)


def test_it_plays_before_python_is_ready_and_says_that_it_is_a_recording(page, site, watch, gate):
    app = open_early(page, site)
    caption = page.locator("#recording")
    expect(caption).to_contain_text("the tutorial’s own run. Python is starting.")
    expect(page.locator("#sentence")).to_contain_text(
        re.compile("After .* iterations: the network says")
    )
    expect(page.locator("#error-trace")).to_have_attribute(
        "aria-label", re.compile(r"iteration 9,999.*100 % of all sums right"), timeout=PLAYS
    )
    expect(page.locator("#map-lead")).to_have_text(
        "After 10,000 iterations it adds every one of the 16,384 pairs."
    )
    expect(page.locator("#log")).to_contain_text("9 + 60 = 1")
    app.expect_state("loading")
    gate.lift()
    app.expect_state("ready")


def test_the_network_takes_over_at_its_beginning_and_nothing_moves(page, site, watch, gate):
    page.add_init_script(
        """globalThis.shifts = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) shifts += entry.value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    app = open_early(page, site)
    expect(page.locator("#sentence")).to_contain_text("After")
    gate.lift()
    app.expect_state("ready")
    expect(page.locator("#recording")).to_contain_text("From here on the network is live.")
    expect(page.locator("#sentence")).to_contain_text("Before any training")
    assert app.iteration == 0
    expect(page.locator("#log")).to_have_text("")
    expect(page.locator("#recording")).to_be_hidden()
    assert page.evaluate("shifts") == 0


def test_to_whom_watches_it_plays_to_its_end_or_until_the_network_is_wanted(page, site, gate):
    app = open_early(page, site)
    caption = page.locator("#recording")
    app.until("Number(document.documentElement.dataset.iteration) >= 500")
    page.mouse.move(300, 400)
    gate.lift()
    expect(caption).to_contain_text("goes live when this has ended")
    app.expect_state("loading")
    before = app.iteration
    expect(app.html).not_to_have_attribute("data-iteration", str(before))  # it goes on
    app.button("Go live now").click()
    app.expect_state("ready")
    app.expect_iteration(0)
    expect(app.button("Train")).to_be_focused()
    expect(page.locator("#sentence")).to_contain_text("Before any training")
    app.train_to_the_end()


def test_train_begins_the_network_at_once_also_for_whom_watches(page, site, watch, gate):
    app = open_early(page, site)
    page.mouse.move(300, 400)
    gate.lift()
    expect(page.locator("#recording")).to_contain_text("goes live when this has ended")
    app.button("Train").click()
    app.expect_state("finished", PLAYS)
    app.expect_iteration(10_000)


def test_train_pressed_too_early_is_remembered_and_can_be_taken_back(page, site, watch, gate):
    app = open_early(page, site)
    app.button("Train").click()
    expect(page.locator("#recording")).to_contain_text("Training begins as soon as Python is ready")
    expect(app.button("Train")).to_be_disabled()
    app.button("Pause").click()
    expect(page.locator("#recording")).to_contain_text("Python is starting")
    app.button("Train").click()
    gate.lift()
    app.expect_state("running")
    app.expect_state("finished", PLAYS)
    assert app.iteration == 10_000


def test_an_early_train_goes_on_from_where_a_link_leads(page, site, watch, gate):
    app = open_early(page, f"{site}#hidden=8&iterations=300&at=120")
    app.button("Train").click()
    gate.lift()
    app.expect_state("finished", PLAYS)
    assert app.iteration == 300
    expect(app.field("Hidden units")).to_have_value("8")


def test_a_page_that_comes_after_python_shows_the_network_and_no_recording(page, site, watch):
    held = Held(page)
    page.goto(f"{site}#bits=4&iterations=50")
    app = App(page)
    app.until("performance.getEntriesByName('boot: ready').length")
    held.let_go()
    app.expect_state("ready")
    expect(app.html).to_have_attribute("data-iteration", "0")
    app.until_answered()
    expect(app.field("Bits")).to_have_value("4")
    expect(page.locator("#target")).to_have_text("of 50")
    expect(page.locator("#settings-notice")).to_have_text("")
    expect(page.locator("#recording")).to_be_hidden()


def test_it_goes_on_playing_beside_the_failure_if_the_wasm_is_missing(page, site):
    watch = Watch(page, site)
    page.route("**/*.wasm", lambda route: route.fulfill(status=404))
    page.goto(site)
    app = App(page)
    app.expect_state("failed")
    expect(app.failure).to_be_visible()
    before = app.iteration
    expect(app.html).not_to_have_attribute("data-iteration", str(before))
    expect(page.locator("#recording")).to_contain_text("Python did not start")
    expect(page.locator("#bit-grid")).to_be_in_viewport(ratio=0.5)
    assert watch.foreign == []


def test_who_wants_no_motion_sees_how_it_ends(page, site, watch, gate):
    page.emulate_media(reduced_motion="reduce")
    app = open_early(page, site)
    expect(page.locator("#recording")).to_contain_text("how the tutorial’s run ends")
    expect(app.html).to_have_attribute("data-iteration", "10000")
    expect(page.locator("#error-trace")).to_have_attribute("aria-label", re.compile("9,999"))
    expect(page.locator("#sentence")).to_contain_text("all 8 bits right")
    gate.lift()
    app.expect_state("ready")


def test_without_the_recording_the_page_waits_for_python_as_it_is(page, site):
    page.route("**/recording.json", lambda route: route.fulfill(status=404))
    page.goto(site)
    app = App(page)
    app.expect_state("ready")
    expect(page.locator("#recording")).to_be_hidden()
    expect(app.button("Train")).to_be_enabled()
