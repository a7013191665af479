"""On a phone: what is pressed is large enough for a fingertip, what is read is no small print."""

import pytest
from playwright.sync_api import expect

from tests.e2e.app import ROOMS, App

FINGERTIP = 44  # pixels
SMALLEST = 12  # pixels of a letter

# What stands in a line is as high as that: a link, a name that can be asked. A box is pressed by
# its label, too.
PRESSED = """(fingertip) => {
  const all = "a[href], button, input, select, summary, [role=slider], [role=application]";
  const isMeant = (each) => each.checkVisibility({ visibilityProperty: true }) &&
    !each.closest(".unseen") && !each.matches("p a, p button, .term");
  return [...document.querySelectorAll(all)].filter(isMeant)
    .map((each) => [each, (each.closest("label") ?? each).getBoundingClientRect().height])
    .filter(([, height]) => height < fingertip - 0.5)
    .map(([each, height]) => `${each.outerHTML.slice(0, 80)}: ${height}`);
}"""
READ = """(smallest) => [...document.querySelectorAll("body *")]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }) &&
    [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) &&
    parseFloat(getComputedStyle(each).fontSize) < smallest)
  .map((each) => `${each.outerHTML.slice(0, 80)}: ${getComputedStyle(each).fontSize}`)"""


@pytest.fixture
def phone(app: App) -> App:
    app.page.set_viewport_size({"width": 390, "height": 844})
    return app


def test_in_every_room_fingers_and_eyes_find_what_they_need(phone):
    for room in ROOMS:
        phone.enter(room)
        assert phone.page.evaluate(PRESSED, FINGERTIP) == [], room
        assert phone.page.evaluate(READ, SMALLEST) == [], room
    phone.unfold()
    assert phone.page.evaluate(PRESSED, FINGERTIP) == []
    with phone.keeping():
        assert phone.page.evaluate(PRESSED, FINGERTIP) == []


def test_the_story_can_be_pressed_and_read(phone):
    phone.page.get_by_role("link", name="Story", exact=True).click()
    for chapter in range(int(phone.html.get_attribute("data-chapters"))):
        expect(phone.html).to_have_attribute("data-chapter", str(chapter + 1))
        assert phone.page.evaluate(PRESSED, FINGERTIP) == []
        assert phone.page.evaluate(READ, SMALLEST) == []
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
        assert phone.page.evaluate(READ, SMALLEST) == []
