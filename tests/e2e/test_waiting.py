"""What nobody has opened waits in templates: it is neither styled nor laid out nor counted."""

import re

import pytest
from playwright.sync_api import expect

from binadd.settings import Settings
from binadd.training.run import Run
from tests.e2e.app import App

COUNT = "document.querySelectorAll('*').length"
MOST = 994  # as many as the page had when it was one room and no Story
ROOMS = ("Memory", "Proof", "Experiments")


@pytest.fixture
def newcomer(page, site, watch):
    """Opens an address as somebody who has been nowhere yet."""
    page.add_init_script("globalThis.hasEnteredNothing = true")

    def at(address: str) -> App:
        page.goto(site + address)
        app = App(page)
        app.expect_state("ready")
        return app

    return at


def waiting(app) -> list[str]:
    return app.page.evaluate(
        "Array.from(document.querySelectorAll('template'), ({ dataset }) => dataset.until)"
    )


@pytest.mark.parametrize("address", ["?view=lab", "?view=story"])
def test_the_page_has_no_more_elements_than_before_it_had_rooms(newcomer, address):
    assert newcomer(address).page.evaluate(COUNT) <= MOST


def test_a_room_is_there_once_it_is_entered_and_what_it_asks_for_comes(newcomer):
    app = newcomer("?view=lab")
    for room in ROOMS:
        assert room.lower() in waiting(app)
        app.page.get_by_role("link", name=room).click()
        expect(app.page.locator(f"section[data-room={room.lower()}]").first).to_be_visible()
        assert room.lower() not in waiting(app)
    app.page.get_by_role("link", name="Memory").click()
    expect(app.page.locator("#hidden-states tr.unit .bit")).to_have_count(8)


def test_the_change_since_the_start_is_that_of_the_whole_run_whenever_the_room_is_entered(newcomer):
    app = newcomer("?view=lab#iterations=5000")
    app.train_to_the_end()
    app.enter("memory")
    plane, reading = app.page.locator("#weights-plane"), app.page.locator("#weights-reading")
    app.page.get_by_label("Change since the start").check()
    for key in ["ArrowDown", *["ArrowRight"] * 5]:
        plane.press(key)
    run = Run(Settings(iterations=5000))
    run.advance(5000)
    change = float(run.weights.w_hh[3, 1] - run.start_weights.w_hh[3, 1])
    expect(reading).to_contain_text("w_hh[3, 1] = ")
    assert abs(change) > 0.1
    said = f"{abs(change):.4f}".lstrip("0")
    expect(reading).to_contain_text(re.compile(rf"changed by [+−]0?{re.escape(said)}"))


def test_a_chapter_and_the_code_are_there_once_they_are_opened(newcomer):
    app = newcomer("?view=story")
    assert waiting(app) == [*"23456789", "code", "memory", "proof", "experiments"]
    app.button("Next").click()
    app.button("Next").click()
    expect(app.page.locator("#chapter-you")).to_be_visible()
    app.page.get_by_role("link", name="Code").click()
    expect(app.page.get_by_role("tab", name="backward")).to_be_visible()
    assert waiting(app) == [*"3456789", "memory", "proof", "experiments"]


@pytest.mark.parametrize(
    ("address", "selector"),
    [
        ("?chapter=5", "#chapter-push"),
        ("?view=code", ".code-view"),
        ("?room=proof", "#seal"),
        ("?embed=states", "#states-panel"),
    ],
)
def test_what_a_link_leads_to_is_there_at_once(newcomer, address, selector):
    expect(newcomer(address).page.locator(selector)).to_be_visible()
