"""Follow the blame: five beats of one lesson, each of them what Python computes, for everybody."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from binadd.inside.lesson import Lesson, lesson
from binadd.inside.through_time import derivative
from binadd.settings import Settings
from binadd.training.run import Run
from tests.e2e.app import App
from tests.e2e.axe import violations
from tests.e2e.layout import FAULTS, Sizes
from tests.e2e.test_embed import NOTE_QUESTIONS

pytestmark = pytest.mark.usefixtures("returning")

BEATS = ["miss", "push", "blame", "sum", "far", "true"]  # the fifth has two stills
NUMBER = r"−?(\d*\.?\d+)(?:·10(⁻[⁰¹²³⁴⁵⁶⁷⁸⁹]+))?"
SMALL = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
AREAS = """[...document.querySelectorAll(".push .area")].map((box) =>
  ["width", "height"].map((side) => Number(box.getAttribute(side))))"""
FRAMED = """["width", "height"].map((side) =>
  Number(document.querySelector(".push .most").getAttribute(side)))"""
OWN = """[...document.querySelectorAll(".layer .own")].map((part) => part.getBBox().height)"""
PARTS = """[...document.querySelectorAll(".reach .chosen .part")].map((part) =>
  Number(part.style.getPropertyValue("--part")))"""
MOVING = "document.querySelector('.still svg').getAnimations().length"
TOO_LOW = """[...document.querySelectorAll("#blame-panel :is(button, select, label)")]
  .filter((each) => each.checkVisibility() && !each.matches(".term"))
  .filter((each) => each.getBoundingClientRect().height < 43.5).map((each) => each.outerHTML)"""
TOO_SMALL = """[...document.querySelectorAll("#blame-panel *")]
  .filter((each) => each.checkVisibility() && each.textContent)
  .filter((each) => parseFloat(getComputedStyle(each).fontSize) < 12)
  .map((each) => each.outerHTML)"""
BOTTOM = "document.querySelector('#blame-picture').getBoundingClientRect().bottom + scrollY"
FOOT = "document.querySelector('footer').getBoundingClientRect().top + scrollY"


def follow(app: App) -> None:
    """Open the panel, and wait for the lesson."""
    app.enter("memory")
    app.page.locator("#blame-open").click()
    expect(app.page.locator("#blame-words")).to_contain_text(re.compile(r"\d \+ [\d,]+, "))


def beat(app: App, number: int) -> None:
    app.page.locator("#blame-beats button").nth(number - 1).click()


def step(app: App, iterations: str = "1") -> None:
    """Train a little: the first sum that the network has learnt from is then in sight."""
    app.page.locator("#step-size").select_option(iterations)
    app.button("Step").click()
    app.expect_iteration(int(iterations))


def computed(app: App, iterations: int, **settings) -> Lesson:
    """The lesson in sight, by Python alone."""
    run = Run(Settings(**settings))
    run.advance(iterations)
    return lesson(run.weights, numbers(app, run.settings.bits), run.settings.alpha, biases=False)


def numbers(app: App, bits: int) -> tuple[int, int, int]:
    first, second = (
        app.page.locator(f".lesson .{row} [scope=row]").text_content()
        for row in ("first", "second")
    )
    return int(first.replace(",", "")), int(second.strip("+ ").replace(",", "")), bits


def row(app: App, name: str) -> list[str]:
    """The numbers of a row, the lowest bit first."""
    return app.page.locator(f".lesson .{name} .bit").all_text_contents()[::-1]


def value(text: str) -> float:
    """What a number under a column says: −.0058, 6·10⁻⁵."""
    digits, power = re.fullmatch(NUMBER, text).groups()
    return float(digits) * 10.0 ** int((power or "⁰").translate(SMALL)) * (-1) ** ("−" in text)


def values(app: App, name: str) -> list[float]:
    return [value(text) for text in row(app, name)]


def close(expected: np.ndarray):
    """As close as two figures, or one of very small numbers, can be."""
    return pytest.approx(expected.tolist(), rel=0.5, abs=0.006)


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


def test_what_is_missed_and_pushed_is_what_python_computes_and_the_boxes_are_their_product(app):
    step(app)
    follow(app)
    taught = computed(app, 1)
    assert values(app, "miss") == close(taught.errors)
    beat(app, 2)
    assert values(app, "slope") == close(taught.slopes)
    assert values(app, "push") == close(taught.d_output)
    wide, high = app.page.evaluate(FRAMED)
    for (width, height), slope, error in zip(
        app.page.evaluate(AREAS), taught.slopes, taught.errors, strict=True
    ):
        assert width / wide == pytest.approx(4 * slope)
        assert height / high == pytest.approx(abs(error))
    assert row(app, "locked") == ["yes" if slope < 0.02 else "–" for slope in taught.slopes]


def test_the_surely_wrong_are_locked(visit):
    app = visit("#alpha=10")
    step(app, "10")  # after two updates every output is nearly one
    follow(app)
    beat(app, 2)
    assert row(app, "locked") == 8 * ["yes"]
    expect(app.page.locator(".still .lock")).to_have_count(8)
    expect(app.page.locator("#blame-words")).to_contain_text("8 of 8 are locked")


def test_the_ribbon_is_as_wide_as_the_blame_and_each_column_begins_with_its_own_part(app):
    step(app)
    follow(app)
    beat(app, 3)
    taught = computed(app, 1)
    assert values(app, "size") == close(taught.sizes)
    assert values(app, "later") == close(taught.later)
    assert values(app, "own") == close(np.diag(taught.reach))
    own = app.page.evaluate(OWN)[::-1]  # drawn from the highest output down or up: by column
    together = taught.reach.sum(axis=0)
    expected = taught.sizes * np.diag(taught.reach) / together
    shares = np.array(own) / max(own), expected / expected.max()
    assert shares[0] == pytest.approx(shares[1], abs=0.02)


def test_an_output_alone_leaves_its_ribbon_and_its_row_in_proportion_or_over_powers_of_ten(app):
    page = app.page
    step(app)
    follow(app)
    beat(app, 3)
    expect(page.locator(".layer")).to_have_count(8)
    page.locator(".output-button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".output-button").first).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".layer")).to_have_count(1)
    expect(page.locator(".reach .chosen [scope=row]")).to_have_text("from bit 7")
    taught = computed(app, 1)
    shares = (taught.reach[7] / taught.reach[7, 7])[::-1]
    assert page.evaluate(PARTS) == pytest.approx(shares.tolist(), abs=1e-3)
    last = page.locator(".reach .chosen .part").last
    expect(last).to_have_text(f"1/{round(1 / shares[-1])}")
    expect(page.locator("#blame-words")).to_contain_text(f"{last.text_content()} at bit 0")
    page.locator("#blame-log").check()
    expected = np.maximum(0, 1 + np.log10(shares) / 4)
    assert page.evaluate(PARTS) == pytest.approx(expected.tolist(), abs=1e-3)
    app.button("All outputs").click()
    expect(page.locator(".layer")).to_have_count(8)


def test_the_ribbon_runs_only_at_a_press_and_stands_still_for_who_wants_that(app):
    page = app.page
    follow(app)
    page.emulate_media(reduced_motion="reduce")
    beat(app, 3)
    assert page.evaluate(MOVING) == 0
    page.emulate_media(reduced_motion="no-preference")
    page.locator(".output-button").first.click()
    assert page.evaluate(MOVING) == 1


def test_any_weight_shows_what_each_column_adds_and_its_derivative_as_it_is_measured(app):
    page = app.page
    step(app)
    follow(app)
    beat(app, 4)
    run = Run(Settings())
    run.advance(1)
    taught = computed(app, 1)
    for array, label, source, target in (
        ("w_hh", "w_hh[3, 4]", 3, 4),
        ("w_xh", "w_xh[1, 4]", 1, 4),
        ("w_hy", "w_hy[3]", 3, 0),
    ):
        page.locator("#blame-array").select_option(array)
        page.locator("#blame-from").select_option(str(source))
        page.locator("#blame-to").select_option(str(target))
        expect(page.locator(".lesson .weight [scope=row]")).to_have_text(label)
        index = (source,) if array == "w_hy" else (source, target)
        both = derivative(run.weights, numbers(app, 8), array, index)
        analytic, numeric = page.locator("#blame-both dd").all()
        expect(analytic).to_have_text(f"{both.analytic:.6e}".replace("e-0", "e-").replace("-", "−"))
        shown = [float(each.text_content().replace("−", "-")) for each in (analytic, numeric)]
        assert shown == pytest.approx([both.analytic, both.numeric], abs=1e-8)
        shares = getattr(taught.gradient, array)[(slice(None), *index)]
        assert values(app, "weight") == close(shares)
        assert shares.sum() == pytest.approx(both.analytic)


def test_a_weight_is_picked_in_the_sum_of_all_stamps(app):
    step(app)
    follow(app)
    beat(app, 4)
    canvas = app.page.locator(".whole canvas")
    box = canvas.bounding_box()
    cell = (box["width"] - 2) / 16
    canvas.click(position={"x": 1 + 4.5 * cell, "y": 1 + 2.5 * cell})
    expect(app.page.locator(".lesson .weight [scope=row]")).to_have_text("w_hh[2, 4]")


def test_the_step_is_made_and_the_error_told_before_and_after_it(app):
    step(app)
    follow(app)
    beat(app, 5)
    taught = computed(app, 1)
    assert [float(each) for each in row(app, "now")] == pytest.approx(taught.outputs, abs=6e-5)
    then = [float(each) for each in row(app, "afterwards")]
    assert then == pytest.approx(taught.outputs_after, abs=6e-5)
    expect(app.page.locator("#blame-words")).to_contain_text("fifty times too far")
    app.button("Next").click()
    words = app.page.locator("#blame-words")
    expect(words).to_contain_text("in its true size")
    before, after = map(
        float, re.search(r"from ([\d.]+) to ([\d.]+)\.", words.text_content()).groups()
    )
    assert before == pytest.approx(taught.loss_before, rel=0.01)
    assert after == pytest.approx(taught.loss_after, rel=0.01)
    assert after < before


def test_with_the_memory_cut_no_blame_leaves_its_column(trained):
    app = trained
    app.enter("memory")
    app.button("Cut the memory").click()
    follow(app)
    beat(app, 3)
    app.page.locator(".output-button").first.click()
    words = app.page.locator("#blame-words")
    expect(words).to_contain_text("after 10,000 iterations, with its memory cut")
    expect(words).to_contain_text("nowhere but to its own column")
    assert app.page.locator(".reach .chosen .part").all_text_contents() == ["1"] + 7 * ["–"]
    app.button("Close").click()
    app.button("Undo").click()


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


@pytest.mark.parametrize("of", ["#bits=2&hidden=1", "#bits=8&biases=yes", "#bits=16&hidden=64"])
def test_nothing_is_cut_off_or_covered_in_any_beat_at_any_width(visit, of):
    app = visit(f"?room=memory{of}")
    step(app)
    follow(app)
    sizes = Sizes(app.page)
    found = []
    for number in range(1, 6):
        beat(app, number)
        if number == 3:
            app.page.locator(".output-button").first.click()
        found += sizes.faults(f"beat {number}", [(320, 16), (390, 16), (1280, 16), (390, 24)])
    assert found == []
    assert app.page.evaluate(FAULTS) == []


def test_on_a_phone_all_that_is_pressed_is_as_high_as_a_fingertip_and_no_letter_is_small(app):
    app.page.set_viewport_size({"width": 390, "height": 844})
    follow(app)
    for number in range(1, 6):
        beat(app, number)
        if number == 3:
            app.page.locator(".output-button").first.click()
        assert app.page.evaluate(TOO_LOW) == []
        assert app.page.evaluate(TOO_SMALL) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_any_beat(page, visit, theme):
    page.emulate_media(color_scheme=theme)
    app = visit("")
    step(app)
    follow(app)
    found = violations(page)
    for _ in BEATS[1:]:
        app.button("Next").click()
        found += violations(page)
    beat(app, 3)
    page.locator(".output-button").first.click()
    assert found + violations(page) == []


def test_in_a_frame_it_is_open_and_asks_for_nothing_else(page, visit):
    page.add_init_script(NOTE_QUESTIONS)
    app = visit("?embed=blame")
    step(app)
    expect(page.locator("#blame-words")).to_contain_text("after 1 iteration.")
    app.button("Next").click()
    expect(page.locator(".still .push")).to_have_count(8)
    assert set(page.evaluate("questions")) == {"lesson", "derivative"}
