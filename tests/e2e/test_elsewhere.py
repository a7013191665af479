"""On a phone, in a page that is written from right to left, and in a translated one."""

import pytest
from playwright.sync_api import expect

from tests.e2e.app import App

pytestmark = pytest.mark.usefixtures("returning")  # nothing here is about a first visit

SMALL = """[...document.querySelectorAll("input, select, textarea")]
  .filter((field) => parseFloat(getComputedStyle(field).fontSize) < 16)
  .map((field) => field.id)"""
# Where the order has a meaning: from left to right, in these rows of each room.
ROWS = {
    "learning": {
        "bits": "#bit-grid .position > *",
        "answers": "#bit-grid .network > *",
        "choice of columns": "#columns-choice > *",
        "axis of the map": ".axis.of-a > *",
        "map and its axis": ".of-b, #map-canvas",
    },
    "memory": {
        "columns of the states": "#hidden-states .position > *",
        "states of a unit": "#hidden-states tbody tr:nth-child(2) > *",
        "columns of the weights": "#weights-columns > *",
        "weights and their names": "#weights-names, #weights-canvas",
        "a unit and what is right without it": "#lesions tbody tr:first-child > *",
    },
    "proof": {
        "words of a long sum": "#adder-bits .word",
        "bits of a word": "#adder-bits .word:nth-child(2) .network > *",
        "answer": ".answer > *",
    },
    "experiments": {
        "curves": "#compare-result figure",
        "ends of an axis": "#compare-result .axis > *",
    },
}
LEFTS = """(selector) => [...document.querySelectorAll(selector)]
  .map((element) => Math.round(element.getBoundingClientRect().left))"""
TRANSLATE = """(selector) => {
  const walker = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  for (const node of nodes) {
    if (!node.data.trim() || node.parentElement.closest("[translate=no], option")) continue;
    const outer = document.createElement("font");
    const inner = document.createElement("font");
    inner.textContent = `«${node.data}»`;
    outer.append(inner);
    node.replaceWith(outer);
  }
}"""


def test_no_field_makes_a_phone_zoom_in_and_no_file_is_greyed_out(page, site):
    for query in ("", "?embed=settings,adder", "?stage"):
        page.goto(site + query)
        assert page.evaluate(SMALL) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate(SMALL) == []
    assert page.locator("#file-to-load").get_attribute("accept") is None


def orders(page, direction, rows):
    """In which order the parts of each row stand, from left to right."""
    page.evaluate("(direction) => { document.documentElement.dir = direction }", direction)
    order = {}
    for name, selector in rows.items():
        lefts = page.evaluate(LEFTS, selector)
        assert len(lefts) > 1, name
        assert any(lefts), f"{name}: out of sight"
        order[name] = sorted(range(len(lefts)), key=lambda place: lefts[place])
    return order


def test_from_right_to_left_all_that_has_an_order_keeps_it(app):
    page = app.page
    app.add(str(2**40), "1")
    expect(page.locator("#columns-choice")).to_be_visible()
    app.enter("experiments")
    page.locator("#compare-rates").click()  # draws its empty frames at once
    page.locator("#compare-cancel").scroll_into_view_if_needed()
    expect(page.locator("#compare-result figure").first).to_be_attached()
    for room, rows in ROWS.items():
        app.enter(room)
        order = {direction: orders(page, direction, rows) for direction in ("ltr", "rtl")}
        assert order["rtl"] == order["ltr"]
        widths = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert widths[0] <= widths[1], room
    for field in page.locator("input[inputmode], #rewind, #columns-range").all():
        wanted = "rtl" if field.get_attribute("id") == "columns-range" else "ltr"
        assert field.evaluate("(field) => getComputedStyle(field).direction") == wanted


def test_a_translated_page_goes_on_working_and_is_not_translated_again_and_again(app):
    page = app.page
    expect(page.locator("#sentence")).to_contain_text("Before any training")
    page.evaluate(TRANSLATE, "body")
    for kept in ("#bit-grid", "#iteration", "#log", "#adder-result"):
        assert "«" not in page.locator(kept).inner_text()
    guide = page.locator("#guide").inner_html()
    app.button("«Step»").click()
    app.expect_iteration(1)
    app.page.locator("#train").click()
    app.expect_state("finished", 120_000)
    expect(app.accuracy).to_have_text("100 %")
    expect(page.locator("#guide")).to_contain_text("Every sum is right")
    assert page.locator("#guide").inner_html() != guide
    page.evaluate(TRANSLATE, "body")
    translated = page.locator("#guide").inner_html()
    page.locator("#add").click()
    app.enter("proof")
    expect(page.locator("#adder-verdict")).to_have_text("✓ right")
    assert page.locator("#guide").inner_html() == translated  # what is still true stays translated


def test_an_error_never_stands_beside_an_older_answer(page, site, watch):
    for query in ("", "?embed=adder"):
        page.goto("about:blank")
        page.goto(site + query)
        app = App(page)
        app.expect_state("ready")
        app.add("9", "60")
        expect(page.locator("#adder-verdict")).to_have_text("✗ wrong")
        app.add("x", "60")
        expect(app.error_of("First number")).to_contain_text("not “x”")
        expect(page.locator("#adder-verdict")).to_have_text("")
        expect(app.answer).to_have_text("–")
        assert page.locator("#adder-bits").inner_text() == ""
        app.add("9", "60")
        expect(page.locator("#adder-verdict")).to_have_text("✗ wrong")
        app.train_to_the_end()  # the sum stays in sight, and another network answers it
        expect(page.locator("#adder-verdict")).to_have_text("✓ right")
        app.button("Reset").click()
        expect(page.locator("#adder-verdict")).to_have_text("✗ wrong")
        expect(page.locator("#adder-explanation")).to_contain_text("Asked after 0 iterations")
