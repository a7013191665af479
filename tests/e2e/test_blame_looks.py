"""Follow the blame: for every eye, hand and screen, in each of its beats."""

import pytest

from tests.e2e.axe import violations
from tests.e2e.fingertips import too_small_to_press, too_small_to_read
from tests.e2e.following import beat, follow, step
from tests.e2e.layout import FAULTS, Sizes

pytestmark = pytest.mark.usefixtures("returning")

MOVING = "document.querySelector('.still svg').getAnimations().length"


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
        assert too_small_to_press(app.page, "#blame-panel", inline=".term") == []
        assert too_small_to_read(app.page, "#blame-panel") == []


def test_the_ribbon_runs_only_at_a_press_and_stands_still_for_who_wants_that(app):
    page = app.page
    follow(app)
    page.emulate_media(reduced_motion="reduce")
    beat(app, 3)
    assert page.evaluate(MOVING) == 0
    page.emulate_media(reduced_motion="no-preference")
    page.locator(".output-button").first.click()
    assert page.evaluate(MOVING) == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_any_beat(page, visit, theme):
    page.emulate_media(color_scheme=theme)
    app = visit("")
    step(app)
    follow(app)
    found = violations(page)
    for _ in range(5):  # the fifth beat has two stills
        app.button("Next").click()
        found += violations(page)
    beat(app, 3)
    page.locator(".output-button").first.click()
    assert found + violations(page) == []
