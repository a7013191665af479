"""The room of the memory: a row a hidden unit, through what it remembers, hears and is for."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.app import TRAINING
from tests.e2e.fingertips import too_small_to_press, too_small_to_read

TABLES = ("#hidden-states tbody tr", "#weights-names span", "#lesions tbody tr")
MIDDLES = """(selector) => [...document.querySelectorAll(selector)].map((row) => {
  const box = row.getBoundingClientRect();
  return box.top + box.height / 2;
})"""
ROOM = ".instrument > [data-room=memory]"
NOTE_MOVES = """
  globalThis.moved = [];
  new PerformanceObserver((list) => {
    for (const { sources } of list.getEntries()) {
      for (const { node, previousRect: from, currentRect: to } of sources) {
        const element = node?.nodeType === 1 ? node : node?.parentElement;
        if (!element?.closest(".instrument > [data-room=memory]")) continue;
        globalThis.moved.push([element.className, from.x, from.y, to.x, to.y].join());
      }
    }
  }).observe({ type: "layout-shift", buffered: true });
"""
OVERLAP = """() => {
  const { bottom } = document.querySelector("#hidden-states thead").getBoundingClientRect();
  const { top } = document.activeElement.getBoundingClientRect();
  return top - bottom;
}"""


@pytest.fixture
def room(trained):
    trained.enter("memory")
    expect(trained.page.locator("#lesions-date")).to_have_text(
        "Measured at iteration 10,000.", timeout=TRAINING
    )
    return trained


def unit(app, number: int):
    """The button of a unit in the table of states."""
    return app.page.locator("#hidden-states tbody button").nth(number)


def test_the_rows_of_all_three_tables_stand_at_the_same_heights(room):
    states, weights, lesions = (room.page.evaluate(MIDDLES, table) for table in TABLES)
    assert len(states) == 16
    assert weights == pytest.approx(states, abs=1)
    assert lesions == pytest.approx(states, abs=1)


def test_a_unit_that_is_chosen_lights_up_in_every_table_and_is_told_of(room):
    page = room.page
    unit(room, 3).click()
    for lit in ("#hidden-states .chosen th", "#weights-names .here", "#lesions .chosen th"):
        expect(page.locator(lit)).to_have_text("3")
    expect(page.locator("#weights-columns .here")).to_have_text("3")
    story = page.locator("#unit-story")
    expect(story).to_have_text(
        re.compile(
            r"^Unit 3 alone tells the carry in \d\d\.\d\d % of steps of 5-bit sums, if a state"
        )
    )
    expect(page.locator("#unit-said")).to_have_text(story.inner_text())
    expect(page.locator("#weights-reading")).to_have_text(
        re.compile(r"^Unit 3 hears [+−][\d.]+, [+−][\d.]+ from the bits; .* it tells the output")
    )


def test_the_arrow_keys_lead_from_row_to_row_and_enter_silences(room):
    page = room.page
    unit(room, 0).focus()
    page.keyboard.press("ArrowDown")
    expect(unit(room, 1)).to_be_focused()
    expect(unit(room, 1)).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("End")
    expect(unit(room, 15)).to_be_focused()
    expect(page.locator("#lesions .chosen th")).to_have_text("15")
    names = page.locator("#lesions tbody button")
    names.nth(15).focus()
    page.keyboard.press("Home")
    expect(names.nth(0)).to_be_focused()
    page.keyboard.press("Enter")
    expect(names.nth(0)).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#effect-said")).to_have_text(
        re.compile(r"^Unit 0 is silenced\. [\d,]+ of 16,384 sums right"), timeout=TRAINING
    )
    page.keyboard.press("Space")
    expect(names.nth(0)).to_have_attribute("aria-pressed", "false")
    expect(page.locator("#effect-said")).to_have_text("Nothing is missing any more.")


def test_a_state_has_another_shape_where_it_is_read_as_a_carry(room):
    """The best unit of this network is never wrong: the shapes are the carries themselves."""
    best = room.page.locator("#hidden-states tbody tr:has(.share.best)")
    carries = room.page.locator("#hidden-states .carry .bit").all_text_contents()
    cells = best.locator(".state")
    assert [str(int("says" in (each or ""))) for each in classes(cells)] == carries
    assert not any("wrong" in each for each in classes(cells))
    label = cells.first.get_attribute("aria-label")
    assert re.fullmatch(r"\.\d+: (a|no) carry", label or "")


def classes(cells) -> list[str]:
    return cells.evaluate_all("(cells) => cells.map((cell) => cell.className)")


def test_one_press_trains_a_network_with_biases_in_which_one_unit_is_the_carry(room):
    page = room.page
    room.button("Train one with biases").click()
    expect(page.locator("#run-words")).to_contain_text("with biases", timeout=TRAINING)
    room.expect_state("finished", TRAINING)
    expect(page.locator("#lesions-date")).to_have_text(
        "Measured at iteration 16,000.", timeout=TRAINING
    )
    expect(room.button("Train one with biases")).to_be_hidden()
    best = page.locator("#hidden-states tr:has(.share.best) button").inner_text()
    page.locator("#lesions tbody button").nth(int(best)).click()
    expect(page.locator("#change-effect")).to_contain_text(
        "Left are just the sums that never carry: the carry lived in this unit.", timeout=TRAINING
    )


def test_the_effect_stands_beside_the_press_with_what_was_before(room):
    page = room.page
    expect(page.locator("#effect-now b")).to_have_text("100 %")
    room.button("Cut the memory").click()
    expect(page.locator("#effect-now b")).to_have_text("13.35 %", timeout=TRAINING)
    expect(page.locator("#effect-before b")).to_have_text("100 %")
    expect(page.locator("#effect-map")).to_have_attribute(
        "aria-label", "Map of all sums: 13.35 % right"
    )
    for part in ("#cut-memory", "#effect-map", "#change-effect"):
        box = page.locator(part).bounding_box()
        assert box["y"] + box["height"] <= 800, part


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
def test_the_whole_room_stands_on_one_screen(room, size):
    width, height = size
    page = room.page
    page.set_viewport_size({"width": width, "height": height})
    unit(room, 6).click()
    page.locator("#weights-plane").click()
    expect(page.locator("#derivative-values dd")).to_have_count(2)
    for foot in (".states-foot", ".weights-said", ".effect"):
        bottom = page.locator(foot).evaluate(
            "(foot) => Math.max(...[...foot.children].map((e) => e.getBoundingClientRect().bottom))"
        )
        assert bottom <= height, foot
    for table in ("#states-scroll", "#weights-frame", "#lesions-scroll"):
        assert page.locator(table).evaluate(
            "(one) => one.scrollWidth <= one.clientWidth && one.scrollHeight <= one.clientHeight"
        ), table
    page.set_viewport_size({"width": 1280, "height": 800})


def test_on_a_phone_everything_is_large_enough_to_be_touched_and_read(room):
    room.page.set_viewport_size({"width": 390, "height": 844})
    sides = ("width", "height")
    assert too_small_to_press(room.page, ROOM, inline=".term", sides=sides) == []
    assert too_small_to_read(room.page, ROOM) == []
    room.page.set_viewport_size({"width": 1280, "height": 800})


def test_the_largest_network_scrolls_within_its_tables_all_of_which_go_together(again):
    app, page = again, again.page
    app.field("Bits").fill("16")
    app.field("Hidden units").fill("64")
    app.button("Reset").click()
    app.enter("memory")
    expect(page.locator("#hidden-states tbody tr")).to_have_count(64, timeout=TRAINING)
    expect(page.locator("#hidden-states tbody .known").first).to_be_attached(timeout=TRAINING)
    unit(app, 0).focus()
    page.keyboard.press("End")
    expect(unit(app, 63)).to_be_focused()
    app.until("document.querySelector('#lesions-scroll').scrollTop > 100")
    states, weights, lesions = (page.evaluate(MIDDLES, table)[63] for table in TABLES)
    assert (weights, lesions) == (pytest.approx(states, abs=1), pytest.approx(states, abs=1))
    page.keyboard.press("PageUp")
    page.keyboard.press("Home")
    expect(unit(app, 0)).to_be_focused()
    assert page.evaluate(OVERLAP) >= -1  # the head lies over nothing that is walked to
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_opening_the_room_by_its_link_moves_nothing(page, visit):
    page.add_init_script(NOTE_MOVES)
    app = visit("?room=memory")
    expect(page.locator("#lesions-date")).to_contain_text("Measured at", timeout=TRAINING)
    expect(page.locator("#unit-story")).not_to_be_empty()
    app.until_answered()
    assert page.evaluate("moved") == []
