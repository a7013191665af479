"""Nobody is kept out: axe-core finds nothing in any state of the page, light or dark."""

import pytest
from playwright.sync_api import expect

from tests.e2e.app import ROOMS, App
from tests.e2e.axe import violations
from tests.e2e.conftest import altered_site
from tests.e2e.test_failures import TOLD

pytestmark = pytest.mark.usefixtures("returning")


@pytest.fixture(params=["light", "dark"])
def themed(page, request):
    page.emulate_media(color_scheme=request.param)
    page.set_viewport_size({"width": 1280, "height": 5000})  # what is out of sight is not drawn
    return page


def in_every_room(app: App, state: str) -> dict[str, list[str]]:
    """What axe-core objects to in each room; the first is in sight afterwards."""
    found = {}
    for room in reversed(ROOMS):
        app.enter(room)
        found[f"{state}, {room}"] = violations(app.page)
    return found


def test_nothing_is_wrong_from_loading_to_finished(themed, site, watch):
    app = App(themed)
    themed.goto(site, wait_until="commit")
    themed.locator("#boot-bar").wait_for()
    found = {"loading": violations(themed)}
    app.expect_state("ready")
    found |= in_every_room(app, "ready")
    app.start_long_run()
    found |= in_every_room(app, "running")
    app.button("Pause").click()
    app.expect_state("paused")
    themed.locator("#trace-table summary").click()
    app.add("75", "x")
    app.button("Log").click()
    expect(themed.locator("#log")).to_be_visible()
    app.field("Bits").fill("99")
    app.button("Reset").click()
    expect(app.error_of("Bits")).not_to_be_empty()
    found |= in_every_room(app, "paused, with refusals, a table and the log")
    app.field("Bits").fill("8")
    app.field("Iterations").fill("300")
    app.button("Reset").click()
    app.train_to_the_end()
    app.add("75", "53")
    expect(app.answer).not_to_have_text("–")
    found |= in_every_room(app, "finished, with an answer")
    themed.locator("[data-explain]").first.click()
    found["explaining"] = violations(themed)
    themed.keyboard.press("Escape")
    app.button("Share").click()
    found["sharing"] = violations(themed)
    themed.keyboard.press("Escape")
    app.button("Help").click()
    found["helping"] = violations(themed)
    assert {state: those for state, those in found.items() if those} == {}


def test_nothing_is_wrong_after_a_failure(themed, copy):
    (copy / "worker.py").unlink()
    with altered_site(copy) as address:
        themed.goto(address)
        App(themed).expect_state("failed", TOLD)
        assert violations(themed) == []


def test_axe_can_find_something(page):
    page.set_content("<img src='data:,'>")
    assert any(found.startswith("image-alt") for found in violations(page))
