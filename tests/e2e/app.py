"""The page as a test uses it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

from playwright.sync_api import Page, expect

from binadd.settings import LIMITS

BOOT = 60_000  # milliseconds that Python may take to start on a slow machine
TRAINING = 240_000  # and a training run
ROOMS = ("learning", "memory", "proof", "experiments")
SETTINGS = {limit.label.capitalize() for limit in LIMITS.values()} | {"Preset"}
FRAME = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


class App:
    """The page as a visitor uses it: by roles and names."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._new = map(str, count(10_101))  # numbers that have not been asked
        self.html = page.locator("html")
        self.accuracy = page.locator("#exact-accuracy")
        self.answer = page.locator("#adder-result")
        self.failure = page.locator("#failure[role=alert]")

    def button(self, name: str):
        return self.page.get_by_role("button", name=name, exact=True)

    def field(self, name: str):
        """A field by its label; the settings are unfolded if it is one of theirs."""
        if name in SETTINGS:
            self.unfold()
        return self.page.get_by_label(name, exact=True)

    def unfold(self) -> None:
        """Have the fields of the settings in sight."""
        opener = self.page.locator("#settings-open")
        if opener.is_visible() and opener.get_attribute("aria-expanded") == "false":
            opener.click()

    def enter(self, room: str) -> None:
        """Enter a room; in a frame there are none."""
        if (self.html.get_attribute("data-room") or room) != room:
            self.page.locator(f".rooms a[data-to={room}]").click()
            expect(self.html).to_have_attribute("data-room", room)

    @contextmanager
    def inside(self, room: str) -> Iterator[None]:
        """What is done in a room; afterwards that of before is in sight again."""
        before = self.html.get_attribute("data-room") or room
        self.enter(room)
        yield
        self.enter(before)

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """What is done in the sheet for what is kept and shared, which lies over the page."""
        self.button("Share").click()
        sheet = self.page.get_by_role("dialog", name="Keep it, send it, take it with you")
        yield
        sheet.get_by_role("button", name="Close", exact=True).click()
        expect(sheet).to_be_hidden()

    def expect_state(self, state: str, timeout: int = BOOT) -> None:
        expect(self.html).to_have_attribute("data-state", state, timeout=timeout)

    @property
    def state(self) -> str:
        return self.html.get_attribute("data-state") or ""

    @property
    def iteration(self) -> int:
        return int(self.html.get_attribute("data-iteration") or -1)

    def expect_iteration(self, iteration: int) -> None:
        expect(self.html).to_have_attribute("data-iteration", str(iteration), timeout=TRAINING)

    def train_to_the_end(self) -> None:
        self.button("Train").click()
        self.expect_state("finished", TRAINING)

    def start_long_run(self) -> None:
        """Train at full speed, for longer than any test looks on however fast the machine is."""
        self.field("Iterations").fill("10000000")
        self.button("Reset").click()
        expect(self.page.locator("#target")).to_have_text("of 10,000,000")
        self.button("Train").click()
        self.expect_state("running")

    def until(self, expression: str) -> None:
        """Wait until a JavaScript expression of the page is true, looking at every frame."""
        deadline = time.monotonic() + TRAINING / 1000
        while not self.page.evaluate(expression):
            assert time.monotonic() < deadline, f"never: {expression}"
            self.page.evaluate(FRAME)

    def until_answered(self) -> None:
        """Wait until the worker, which answers in order, has answered all it was asked so far."""
        first, kept = next(self._new), self.page.locator("#pin").text_content()
        self.add(first, "1")
        expect(self.page.locator("#adder-question")).to_have_text(f"{first} + 1 =")
        if kept == "Keep this" and self.button("Let go").is_visible():
            self.button("Let go").click()
        self.page.evaluate(FRAME)

    def add(self, first: str, second: str) -> None:
        with self.inside("learning"):
            self.field("First number").fill(first)
            self.field("Second number").fill(second)
            self.button("Add").click()

    def error_of(self, name: str):
        """The alert that is tied to a field."""
        described = self.field(name).get_attribute("aria-describedby") or ""
        alert = next(part for part in described.split() if part.endswith("-error"))
        locator = self.page.locator(f"#{alert}")
        expect(locator).to_have_attribute("role", "alert")
        return locator
