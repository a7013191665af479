"""Leads a page from state to state by script, and looks at each in every size."""

from playwright.sync_api import expect

from tests.e2e.app import ROOMS, TRAINING, App
from tests.e2e.layout import ALL, Sizes

PUT = """([selector, text]) => {
  const field = document.querySelector(selector);
  field.value = text;
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
}"""


class Looking:
    """Goes from state to state and from room to room, and gathers what is wrong in any size."""

    def __init__(self, app: App) -> None:
        self.app, self.page = app, app.page
        self.sizes = Sizes(app.page)
        self.found: list[str] = []

    def at(self, state: str, sizes=ALL) -> None:
        self.found += self.sizes.faults(state, sizes)

    def in_every_room(self, state: str, sizes=ALL) -> None:
        for room in ROOMS:
            self.enter(room)
            self.at(f"{state}, {room}", sizes)
        self.enter(ROOMS[0])

    def enter(self, room: str) -> None:
        self.press(f".rooms [data-to={room}]")
        expect(self.app.html).to_have_attribute("data-room", room)

    def press(self, selector: str) -> None:
        """By script: where the button is, is not in question here."""
        self.page.evaluate("(selector) => document.querySelector(selector).click()", selector)

    def put(self, name: str, text: str) -> None:
        """Have a text in a field, whatever room that is in."""
        self.page.evaluate(PUT, [f"#{name}", text])

    def shows(self, selector: str, text: str) -> None:
        expect(self.page.locator(selector)).to_contain_text(text, timeout=TRAINING)
