"""Chapters of the Story whose truth is worked out beside the run, or before Python is there."""

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from binadd.experiments import edited
from binadd.in_parts import finish
from tests.asking import QUESTIONS, work_out
from tests.e2e.test_story import story, told
from tests.trained import tutorial

pytestmark = pytest.mark.usefixtures("returning")

FIRST, SECOND = 27, 78
CARRIES = FIRST ^ SECOND ^ (FIRST + SECOND)


def write(page: Page, bits: int, marks: int) -> None:
    """Go through the columns, with these bits of the sum and these marks left for the next."""
    onwards = page.locator("#you-next")
    for place in range(8):
        expect(page.locator("#you-first .bit:not(.covered)")).to_have_text(str(FIRST >> place & 1))
        expect(page.locator("#you-second .bit:not(.covered)")).to_have_text(
            str(SECOND >> place & 1)
        )
        if bits >> place & 1:
            page.locator(f"#you-bits [data-bit='{place}']").click()
        if marks >> (place + 1) & 1:
            page.locator(f"#you-marks [data-bit='{place + 1}']").click()
        onwards.click()


def only(page: Page, chapter: str, *cases: str) -> None:
    """Exactly these of the chapter's answers are in sight."""
    shown = page.locator(f"#chapter-{chapter} [data-case]:visible")
    expect(shown).to_have_count(len(cases))
    assert [each.get_attribute("data-case") for each in shown.all()] == list(cases)


@pytest.mark.parametrize(
    ("bits", "marks", "case", "says"),
    [
        (FIRST + SECOND, CARRIES, "invented", "invented the carry"),
        (FIRST + SECOND, 0, "headed", "in your head"),
        (FIRST ^ SECOND, 0, "missing", "Up to bit 2 all is right."),
        (FIRST + SECOND ^ 8, CARRIES, "slip", "Bit 3 is not"),
        (FIRST + SECOND ^ 128, CARRIES | 128, "needless", "Up to bit 7 all is right."),
    ],
)
def test_a_sum_written_column_by_column_is_answered_by_its_marks(
    page, site, watch, bits, marks, case, says
):
    story(page, site, "you")
    write(page, bits, marks)
    expect(told(page, "you")).to_contain_text(says)
    needed = page.locator("#you-needed .kept")
    assert needed.count() == CARRIES.bit_count()
    network = page.locator("#you-network .mark-box:not(.not-yet)")
    expect(network).to_have_count(7)
    only(page, "you", case, "network")
    reading = work_out(QUESTIONS["reading"].answer(tutorial(0), 8, a=str(FIRST), b=str(SECOND)))
    by_unit = np.reshape(reading["byUnit"], (len(reading["outputs"]), -1))
    by_best = by_unit[:7, reading["bestUnit"]]
    said = ["mark" if mark else "none" for mark in reversed(by_best)]
    assert network.all_text_contents() == said
    expect(told(page, "you")).to_contain_text(f"unit {reading['bestUnit']} alone tells it right")


def test_no_column_but_the_one_at_hand_is_seen_also_before_python_is_there(page, site, watch):
    story(page, site, "you")
    assert page.locator("#you-sum tbody .covered").count() > 20
    page.locator("#you-next").press("Enter")
    assert page.locator("#you-first .bit").all_text_contents() == [*[""] * 6, "1", ""]
    page.locator("#chapter-you .reveal").click()
    only_first = page.locator("#chapter-you [data-case=unfinished]")
    expect(only_first).to_contain_text("You wrote 1 of the eight bits.")
    assert page.locator("#you-first .bit").all_text_contents() == list("00011011")


def test_the_columns_are_written_by_the_keyboard_alone(page, site, watch):
    story(page, site, "you")
    page.locator("#you-bits [data-bit='0']").focus()
    page.keyboard.press("Space")
    expect(page.locator("#you-bits [data-bit='0']")).to_have_text("1")
    page.locator("#you-marks [data-bit='1']").focus()
    page.keyboard.press("Space")
    expect(page.locator("#you-marks [data-bit='1']")).to_have_attribute("aria-pressed", "true")
    page.locator("#you-next").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".at-column [data-mark=kept]")).to_contain_text(
        "Bit 1: 1 and 1, and your mark."
    )


@pytest.mark.parametrize(
    ("key", "guess"), [("1", "unsure"), ("2", "sure"), ("3", "alike"), ("", "none")]
)
def test_the_undecided_output_pushes_twelve_times_as_hard_as_the_surely_wrong(
    page, site, watch, key, guess
):
    story(page, site, "push")
    expect(page.locator("#push-outputs .at")).to_have_count(2)
    if key:
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    words = told(page, "push")
    only(page, "push", guess, "always")
    expect(words).to_contain_text(".117 against .0098, 12 times as hard.")
    expect(page.locator("#chapter-push .choices .true input")).to_have_value("unsure")
    expect(page.locator("#push-arrows .value")).to_have_text([".117", ".0098"])


@pytest.mark.parametrize(
    ("guess", "case"), [("better", "right"), ("worse", "other"), (None, "none")]
)
def test_without_the_slope_it_learns_sooner_as_the_package_measures(page, site, watch, guess, case):
    honest, changed = finish(edited.compare())
    story(page, site, "break")
    if guess:
        page.locator(f"[name=break][value={guess}]").check()
    page.locator("#story-next").click()
    words = told(page, "break")
    only(page, "break", *([] if case == "none" else [case]), "better")
    expect(words).to_contain_text(
        f"All sums are right after {changed.perfect:,.0f}, instead of {honest.perfect:,.0f}."
    )
    assert page.locator("#break-edited").get_attribute("d").count("L") == 40


def test_my_answers_hold_guess_and_truth_for_the_visit_and_can_be_printed(page, site, watch):
    story(page, site, "push")
    page.keyboard.press("2")
    page.keyboard.press("Enter")
    told(page, "push")
    page.get_by_role("button", name="My answers").locator("visible=true").click()
    sheet = page.get_by_role("dialog", name="My answers")
    expect(sheet.get_by_role("heading", name="Surely wrong")).to_be_visible()
    expect(sheet).to_contain_text("Those of .99, the surely wrong")
    expect(sheet).to_contain_text("12 times as hard")
    page.emulate_media(media="print")
    expect(page.locator(".story-view")).to_be_hidden()
    expect(sheet.locator("li")).to_have_count(1)
    page.emulate_media(media="screen")
    page.reload()
    expect(page.locator("#story-next")).to_be_enabled()
    page.keyboard.press("Enter")
    told(page, "push")
    page.get_by_role("button", name="My answers").locator("visible=true").click()
    expect(sheet.locator("dd").first).to_have_text("none")  # the newest answer counts


def test_a_run_of_the_visitors_own_is_left_alone_until_the_truth_is_asked_for(page, site, watch):
    page.goto(f"{site}?view=story&chapter=3#hidden=4&iterations=300&at=200")
    expect(page.locator("html")).to_have_attribute("data-iteration", "200")
    page.locator("#story-back").click()
    page.locator("#story-back").click()
    expect(page.locator("#chapter-guess")).to_be_visible()
    page.locator(".views").get_by_text("Lab").click()
    expect(page.locator("#iteration")).to_have_text("200")
