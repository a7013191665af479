"""On a phone: what is pressed is large enough for a fingertip, what is read is no small print."""

import pytest
from playwright.sync_api import expect

from tests.e2e.app import ROOMS, App
from tests.e2e.fingertips import too_small_to_press, too_small_to_read


@pytest.fixture
def phone(app: App) -> App:
    app.page.set_viewport_size({"width": 390, "height": 844})
    return app


def test_in_every_room_fingers_and_eyes_find_what_they_need(phone):
    for room in ROOMS:
        phone.enter(room)
        assert too_small_to_press(phone.page) == [], room
        assert too_small_to_read(phone.page) == [], room
    phone.unfold()
    assert too_small_to_press(phone.page) == []
    with phone.keeping():
        assert too_small_to_press(phone.page) == []


def test_the_story_can_be_pressed_and_read(phone):
    phone.page.get_by_role("link", name="Story", exact=True).click()
    for chapter in range(int(phone.html.get_attribute("data-chapters"))):
        expect(phone.html).to_have_attribute("data-chapter", str(chapter + 1))
        assert too_small_to_press(phone.page) == []
        assert too_small_to_read(phone.page) == []
        onwards = phone.page.locator("#story-next")  # called Next but in the last chapter
        onwards.click()
        expect(onwards).to_be_enabled()
        phone.page.keyboard.press("PageDown")


@pytest.mark.parametrize("bits", [2, 16])
def test_a_sum_is_never_smaller_print_however_wide(phone, bits):
    phone.field("Bits").fill(str(bits))
    phone.button("Reset").click()
    expect(phone.page.locator("#bit-grid .position .bit")).to_have_count(bits)
    for width in (390, 320):
        phone.page.set_viewport_size({"width": width, "height": 844})
        assert too_small_to_read(phone.page) == []
