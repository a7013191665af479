"""What stands on the page before its scripts do is what they then write, in the same place."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from builder.places import WEB
from tests.e2e.app import App

GUIDE = (WEB / "features" / "guide" / "guide.js").read_text(encoding="utf-8")
LOADING = re.compile(r"\n  loading: \(\) =>(.+?),\n  ready:", re.DOTALL)
STRING = re.compile(r'"([^"]+)"')
ROWS = """[...document.querySelectorAll("#bit-grid tr")].map((row) => {
  const { y, height } = row.getBoundingClientRect();
  return [row.className, row.cells[0].textContent, row.cells[0].offsetWidth, y, height];
})"""
NEAR = 1.5  # pixels
SHIFTS = """globalThis.shifts = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts += entry.value;
  }).observe({ type: "layout-shift", buffered: true });"""
PAINTED = "performance.getEntriesByName('first-contentful-paint').length"  # the styles are there
WINDOWS = [(390, 844), (1280, 800), (1920, 1080)]


class Held:
    """The page before any module of its own has come."""

    def __init__(self, page) -> None:
        self.page = page
        self._held = []
        page.add_init_script(SHIFTS)
        page.route("**/main.js", self._hold)

    def _hold(self, route) -> None:
        if self._held is None:
            route.continue_()
        else:
            self._held.append(route)

    def let_go(self) -> None:
        held, self._held = self._held or [], None
        for route in held:
            route.continue_()


@pytest.fixture
def held(page, watch) -> Iterator[Held]:
    held = Held(page)
    yield held
    held.let_go()


def test_the_guide_says_at_the_first_paint_what_it_says_while_python_starts(held, site):
    held.page.goto(site, wait_until="commit")
    guide = held.page.locator("#guide")
    expect(guide).to_be_visible()
    expect(guide).to_have_text("".join(STRING.findall(LOADING.search(GUIDE)[1])))


def test_the_settings_in_words_are_those_of_the_first_run(held, site):
    page = held.page
    page.goto(site, wait_until="commit")
    words = page.locator("#run-words")
    expect(words).to_be_visible()
    before = words.inner_text()
    held.let_go()
    App(page).expect_state("ready")
    assert words.inner_text() == before


def test_the_room_that_the_address_names_is_entered_before_the_first_paint(held, site):
    page = held.page
    page.goto(f"{site}?room=memory", wait_until="commit")
    expect(page.locator("#states-panel")).to_be_visible()
    expect(page.locator("#bit-grid")).to_be_hidden()
    expect(page.locator(".rooms [aria-current=page]")).to_have_text("Memory")
    held.let_go()
    App(page).expect_state("ready")
    expect(page.locator(".rooms [aria-current=page]")).to_have_text("Memory")


@pytest.mark.parametrize(("width", "height"), WINDOWS)
def test_the_grid_and_the_chart_take_the_place_that_is_kept_for_them(held, site, width, height):
    page = held.page
    page.set_viewport_size({"width": width, "height": height})
    page.goto(site, wait_until="commit")
    expect(page.locator("#bit-grid tr.mark")).to_be_visible()
    App(page).until(PAINTED)
    before = page.evaluate(ROWS)
    chart = page.locator("#error-trace")
    box = chart.bounding_box()
    held.let_go()
    expect(page.locator("#bit-grid .first td")).to_have_count(9)
    for old, new in zip(before, page.evaluate(ROWS), strict=True):
        assert old[:3] == new[:3]
        assert old[3:] == pytest.approx(new[3:], abs=NEAR)
    assert chart.bounding_box() == box
    assert page.evaluate("shifts") == 0
    chart.scroll_into_view_if_needed()
    expect(chart.locator("canvas")).to_be_visible()
    assert {**chart.bounding_box(), "y": box["y"]} == box


def test_without_scripts_the_page_says_so_and_does_not_say_that_python_starts(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    app = App(page)
    expect(page.locator("#guide")).to_contain_text("Two numbers go in")
    expect(page.locator("noscript p")).to_be_visible()
    for what in ("#sentence", "#boot", "#bit-grid"):
        expect(page.locator(what)).to_be_hidden()
    expect(app.failure).to_be_hidden()
    context.close()
