"""The Story: every chapter asks, takes a guess, and answers it with what the network does."""

import re

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from binadd.bits import to_bits
from binadd.judging.addition import add
from binadd.network import bits_said, forward, initial_weights
from binadd.settings import Settings
from binadd.training.run import Run
from tests.e2e.app import BOOT, TRAINING
from tests.e2e.axe import violations
from tests.e2e.fingertips import too_small_to_read

pytestmark = pytest.mark.usefixtures("returning")

CHAPTERS = ["guess", "you", "learn", "cut", "push", "blame", "where", "forever", "break"]
LAST = len(CHAPTERS)


def story(page: Page, site: str, chapter: str = "guess") -> Page:
    page.goto(f"{site}?view=story&chapter={CHAPTERS.index(chapter) + 1}")
    expect(page.locator("html")).to_have_attribute("data-shows", "story")
    expect(page.locator("#story-next")).to_be_enabled()
    return page


def told(page: Page, chapter: str):
    words = page.locator(f"#chapter-{chapter} .told")
    expect(words).to_be_visible(timeout=TRAINING)
    return words


def untrained(a: int, b: int) -> list[int]:
    """Return what the tutorial's network writes before any training, the highest bit first."""
    weights = initial_weights(np.random.RandomState(0), Settings().hidden)
    inputs = np.stack([to_bits(a, 8), to_bits(b, 8)], axis=1).astype(float)
    return [int(bit) for bit in reversed(bits_said(forward(weights, inputs).outputs))]


def flip(page: Page, wanted: list[int]) -> None:
    for cell, bit in zip(page.locator("#chapter-guess .guessed button").all(), wanted, strict=True):
        if bit:
            cell.click()


def test_a_first_visit_opens_the_story_which_can_be_answered_before_python_is_there(
    page, site, watch
):
    page.add_init_script("localStorage.removeItem('view')")
    page.goto(site)
    expect(page.locator("#chapter-guess")).to_be_visible()
    top = page.locator(".guess-sum .bit").first.bounding_box()["y"]
    assert top < 160
    flip(page, [1, 0, 0, 0, 0, 0, 0, 0])
    assert page.locator("html").get_attribute("data-state") == "loading"
    page.locator(".reveal:visible").click()
    told(page, "guess")
    expect(page.locator("#chapter-guess [data-case=truth]")).to_be_visible()


def test_the_sum_is_not_given_away_before_the_pages_scripts_are_there(page, site, watch):
    page.add_init_script("localStorage.removeItem('view')")
    held = []
    page.route("**/start.js", lambda route: held.append(route))
    with page.expect_request("**/start.js"):
        page.goto(site, wait_until="commit")
    expect(page.locator("#chapter-guess .guessed .bit").first).to_be_visible()
    expect(page.locator("#guess-truth .bit").first).to_be_hidden()
    held[0].continue_()
    expect(page.locator("#chapter-guess .guessed button").first).to_be_enabled()
    expect(page.locator("#guess-truth .bit").first).to_be_hidden()


def test_the_guess_is_held_against_what_the_network_really_writes(page, site, watch):
    flip(story(page, site), untrained(127, 1))
    for _ in range(2):  # it writes nothing but 0, and an untouched guess is none
        page.locator("#chapter-guess .guessed button").first.click()
    page.locator(".reveal:visible").click()
    told(page, "guess")
    expect(page.locator("#chapter-guess [data-case=same]")).to_be_visible()
    written = page.locator("#guess-network .bit").all_text_contents()
    assert [int(bit) for bit in written] == untrained(127, 1)
    page.reload()
    page.locator(".reveal:visible").click()
    told(page, "guess")
    expect(page.locator("#chapter-guess [data-case=none]")).to_be_visible()
    expect(page.locator("#chapter-guess [data-case=other]")).to_be_hidden()


def test_the_curve_is_drawn_over_the_guess_and_says_where_it_clicks(page, site, watch):
    story(page, site, "learn")
    for after in (2_000, 4_000):
        page.locator(f"[data-after='{after}']").fill("0")
    page.locator(".reveal:visible").click()
    words = told(page, "learn")
    expect(page.locator("#chapter-learn [data-case=late]")).to_be_visible()
    expect(words).to_contain_text(re.compile(r"It clicks at 5,500, and\s+ends at 100 %"))
    points = page.locator("#learn-truth").get_attribute("d").count("L")
    assert points > 20
    assert page.locator("html").get_attribute("data-iteration") == "10000"


@pytest.mark.parametrize(
    ("guess", "answer"),
    [(None, ""), (8_192, "Far fewer"), (64, "More than"), (2_176, "Very nearly")],
)
def test_what_is_left_without_memory_are_the_sums_that_never_carry(
    page, site, watch, guess, answer
):
    story(page, site, "cut")
    whole = re.compile("16,384 of 16,384 sums are right")
    expect(page.locator("#cut-map")).to_have_attribute("aria-label", whole)  # before it is cut
    if guess is not None:
        page.locator("#cut-guess").fill(str(guess))
    page.locator("#story-next").click()
    words = told(page, "cut")
    carryless = sum(a & b == 0 for a in range(128) for b in range(128))
    expect(words).to_contain_text(f"{carryless:,} are left: the sums that never carry")
    expect(page.locator(".hero")).to_contain_text(f"{carryless:,} = 37")
    visible = page.locator("#chapter-cut [data-case]:visible")
    expect(visible).to_have_count(1 if guess is None else 2)
    if answer:
        expect(visible.first).to_contain_text(answer)


@pytest.mark.parametrize("guess", [None, "trusted", "doubted"])
def test_a_long_carry_is_forgotten_at_the_bit_where_the_package_says_so(page, site, watch, guess):
    run = Run(Settings(iterations=20_000))
    run.advance(20_000)
    forgotten = add(run.weights, 2_147_483_647, 1, 8).wrong[0]
    story(page, site, "forever")
    if guess:
        page.locator(f"[value={guess}]").check()
    page.locator("#story-next").click()
    expect(told(page, "forever")).to_contain_text(f"It forgets at bit {forgotten}.")
    shown = page.locator("#chapter-forever [data-case]:visible")
    expect(shown).to_have_count(2 if guess else 1)
    if guess:
        expect(page.locator(f"[data-case={guess}]")).to_be_visible()
    chart = page.locator("#leak-chart")
    right, wrong = chart.locator(".said:not(.wrong)"), chart.locator(".said.wrong")
    assert right.count() + wrong.count() == 32
    expect(page.locator("#leak-caption")).to_contain_text(f"the first wrong bit is {forgotten}")


def test_the_whole_story_is_walked_by_the_keyboard_and_leads_into_the_lab(page, site, watch):
    story(page, site)
    expect(page.locator("html")).to_have_attribute("data-state", "ready", timeout=BOOT)
    for number, chapter in enumerate(CHAPTERS, 1):
        expect(page.locator("#story-where")).to_have_text(f"{number} of {LAST}")
        page.keyboard.press("ArrowRight")  # unanswered: the truth comes all the same
        told(page, chapter)
        page.keyboard.press("ArrowRight")
    expect(page.locator("html")).to_have_attribute("data-shows", "lab")
    page.go_back()
    expect(page.locator("#chapter-break")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#chapter-forever h2")).to_be_focused()
    assert page.locator("html").get_attribute("data-iteration") == "20000"


def test_looking_closer_takes_the_run_into_the_lab_with_its_memory_given_back(page, site, watch):
    story(page, site, "cut")
    page.locator("#story-next").click()
    told(page, "cut")
    page.get_by_role("link", name="cut it and mend it in the Lab").click()
    expect(page.locator("html")).to_have_attribute("data-room", "memory")
    expect(page.locator("#cut-memory")).to_have_text("Cut the memory")
    expect(page.locator("#iteration")).to_have_text("10,000")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=["laptop", "phone"])
def test_every_chapter_is_accessible_and_whole_before_and_after(page, site, watch, size, scheme):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme=scheme)
    story(page, site)
    for chapter in CHAPTERS:
        expect(page.locator(f"#chapter-{chapter} h2")).to_be_visible()
        assert violations(page) == []
        page.locator("#story-next").click()
        told(page, chapter)
        assert violations(page) == []
        assert too_small_to_read(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == size[0]
        if size[0] > 1000:
            assert page.evaluate("document.documentElement.scrollHeight") == size[1]
        page.locator("#story-next").click()


def test_loaded_again_the_story_is_there_again_and_answers_anew(page, site, watch):
    page.add_init_script("localStorage.removeItem('view')")
    page.goto(site)
    page.locator("#story-next").click()
    told(page, "guess")
    page.locator("#story-next").click()
    expect(page.locator("#chapter-you")).to_be_visible()
    page.locator("#story-next").click()  # unanswered
    told(page, "you")
    page.locator("#story-next").click()
    expect(page.locator("#chapter-learn")).to_be_visible()
    page.locator("#story-next").click()
    told(page, "learn")
    expect(page).to_have_url(re.compile(r"view=story&chapter=3#at=10000"))
    page.reload()
    expect(page.locator("#chapter-learn")).to_be_visible()
    expect(page.locator("#chapter-guess")).to_be_hidden()


def test_where_python_cannot_start_the_story_says_so_and_the_lab_says_why(page, site):
    page.route("**/pyodide.asm.wasm", lambda route: route.abort())
    story(page, site)
    meanwhile = page.locator("#chapter-guess .meanwhile")
    expect(meanwhile).to_contain_text("the network could not be started", timeout=TRAINING)
    page.locator(".views").get_by_text("Lab").click()
    expect(page.locator("#failure-title")).to_be_visible()
