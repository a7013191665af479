"""Views and rooms, opened for the first time: nothing moves once it is there."""

import pytest
from playwright.sync_api import expect

from tests.e2e.app import ROOMS, App

SHIFTS = """
  globalThis.hasEnteredNothing = true;
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      for (const { node, previousRect: from, currentRect: to } of sources) {
        const part = node?.nodeType === 1 ? node : node?.parentElement;
        const places = [from, to].map(({ x, y, width, height }) => [x, y, width, height].join());
        globalThis.shifts.push(`${part?.id || part?.className} ${places.join(" to ")} ${value}`);
      }
    }
  }).observe({ type: "layout-shift", buffered: true });
"""
LAST = {  # what comes last in each room and view, when all that it asked for has been answered
    "learning": "#sentence:has-text('the sum is')",
    "memory": "#hidden-states tr.unit",
    "proof": "#leak-ask:enabled",
    "experiments": "#compare-rates:enabled",
    "Code": "#code-picture .column",
    "Story": "#chapter-guess .guess-sum",
}
FRAMES = """new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))))"""


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)], ids=["laptop", "phone"])
def test_what_is_opened_stands_at_once_where_it_will_stay(page, site, watch, width, height):
    page.set_viewport_size({"width": width, "height": height})
    page.add_init_script(SHIFTS)
    page.goto(f"{site}?view=lab")
    app = App(page)
    app.expect_state("ready")
    expect(page.locator(LAST["learning"])).to_be_visible()
    page.evaluate(FRAMES)
    page.evaluate("shifts.length = 0")  # of the start, test_boot.py tells
    for place in [*ROOMS[1:], "Code", "Story", "Lab", *ROOMS]:
        if place in ROOMS:
            app.enter(place)
        else:
            page.locator(".views").get_by_role("link", name=place).click()
        if place in LAST:
            expect(page.locator(LAST[place]).first).to_be_visible()
        page.evaluate(FRAMES)
        assert (place, page.evaluate("shifts")) == (place, [])
