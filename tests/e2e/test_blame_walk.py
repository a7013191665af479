"""Follow the blame: it is opened, walked beat by beat, and goes with the run."""

import pytest
from playwright.sync_api import expect

from tests.e2e.following import beat, follow, row, step
from tests.e2e.test_embed import NOTE_QUESTIONS

pytestmark = pytest.mark.usefixtures("returning")

BEATS = ["miss", "push", "blame", "sum", "far", "true"]  # the fifth has two stills
BOTTOM = "document.querySelector('#blame-picture').getBoundingClientRect().bottom + scrollY"
FOOT = "document.querySelector('footer').getBoundingClientRect().top + scrollY"


def test_it_is_one_line_until_it_is_asked_and_then_has_the_room(app):
    page = app.page
    app.enter("memory")
    assert page.locator("#blame-panel").bounding_box()["height"] < 60
    follow(app)
    expect(page.locator("#weights-panel")).to_be_hidden()
    for number in range(1, 6):
        beat(app, number)
        assert page.evaluate(FOOT) <= 800
        assert page.evaluate(BOTTOM) <= page.evaluate(FOOT)
    app.button("Close").click()
    expect(page.locator("#weights-panel")).to_be_visible()
    expect(page.locator("#blame-open")).to_be_focused()


def test_before_python_is_there_it_says_not_yet_and_no_number(page, site):
    page.route("**/*.wasm", lambda route: None)  # never answered
    page.goto(f"{site}?embed=blame")  # in the whole page it cannot be opened yet
    expect(page.locator(".lesson .number").first).to_be_attached()
    assert "Not yet" in page.locator("#blame-words").text_content()
    shown = page.locator(".lesson :is(.first, .sum, .network, .number) .bit").all_text_contents()
    assert set(shown) == {"·"}
    assert set(page.locator(".reach .part").all_text_contents()) == {"·", ""}
    assert page.locator(".still svg").get_attribute("aria-label") == "Not yet"


def test_the_beats_are_walked_by_keyboard_and_each_is_announced(app):
    page = app.page
    follow(app)
    page.locator("#blame-next").focus()
    page.keyboard.press("Enter")
    for at, still in enumerate(BEATS[1:], start=1):
        expect(page.locator("#blame-picture")).to_have_attribute("data-still", still)
        place = min(at, 4)
        here = page.locator("#blame-beats [aria-current=step]")
        expect(here).to_contain_text(str(place + 1))
        said = page.locator("#blame-said")
        expect(said).to_contain_text(f"Beat {place + 1} of 5, ")
        expect(said).to_contain_text(page.locator("#blame-words").text_content())
        page.keyboard.press("ArrowRight")
    expect(page.locator("#blame-next")).to_be_disabled()
    page.locator("#blame-picture").focus()
    for _ in range(2):
        page.keyboard.press("ArrowLeft")
    expect(page.locator("#blame-picture")).to_have_attribute("data-still", "sum")
    page.locator("#blame-from").focus()
    page.keyboard.press("ArrowRight")  # there it chooses
    expect(page.locator("#blame-picture")).to_have_attribute("data-still", "sum")


def test_a_weight_is_picked_in_the_sum_of_all_stamps(app):
    step(app)
    follow(app)
    beat(app, 4)
    canvas = app.page.locator(".whole canvas")
    box = canvas.bounding_box()
    cell = (box["width"] - 2) / 16
    canvas.click(position={"x": 1 + 4.5 * cell, "y": 1 + 2.5 * cell})
    expect(app.page.locator(".lesson .weight [scope=row]")).to_have_text("w_hh[2, 4]")


def test_it_follows_the_run_and_the_sum_in_sight(visit):
    app = visit("#pin=100,1")
    follow(app)
    words = app.page.locator("#blame-words")
    expect(words).to_contain_text("100 + 1, before any training.")
    app.train_to_the_end()
    expect(words).to_contain_text("100 + 1, after 10,000 iterations.")
    expect(words).to_contain_text("It hardly misses any more")
    assert app.html.get_attribute("data-room") == "memory"
    app.enter("learning")
    expect(app.page.locator("#blame-panel")).to_be_hidden()


def test_a_sum_that_is_too_wide_to_be_learnt_from_gives_no_lesson_and_says_why(visit):
    app = visit("?room=memory#pin=1000,1")
    app.page.locator("#blame-open").click()
    words = app.page.locator("#blame-words")
    expect(words).to_contain_text("This sum gives no lesson. First number must have at most 7 bits")
    assert set(row(app, "miss")) == {"·"}


def test_in_a_frame_it_is_open_and_asks_for_nothing_else(page, visit):
    page.add_init_script(NOTE_QUESTIONS)
    app = visit("?embed=blame")
    step(app)
    expect(page.locator("#blame-words")).to_contain_text("after 1 iteration.")
    app.button("Next").click()
    expect(page.locator(".still .push")).to_have_count(8)
    assert set(page.evaluate("questions")) == {"lesson", "derivative"}
