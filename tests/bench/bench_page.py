"""The page bench.html, driven in any browser."""

import time
from typing import Any, NamedTuple, Protocol

from binadd.speed.benchmark import Row, Table

PATIENCE = 180  # seconds
STATE = "document.documentElement.dataset.state"
CLICK = "document.getElementById('measure').click()"
ROWS = """Array.from(document.querySelectorAll("#bench-rows tr"), (row) =>
    [row.querySelector("th").textContent, ...Array.from(row.querySelectorAll("data"),
    (number) => Number(number.value))])"""
MACHINE = "document.getElementById('bench-machine').textContent"
EQUAL = "document.documentElement.dataset.equal"


class Tab(Protocol):
    """A tab of a browser."""

    def open(self, address: str) -> None:
        """Go to an address."""

    def evaluate(self, expression: str) -> Any:
        """Return the value of a JavaScript expression in the page."""


class Measured(NamedTuple):
    """What the page found."""

    browser: str  # and its version
    software: str  # that runs in it
    table: Table


def measure(tab: Tab, address: str) -> Measured:
    """Load the page, press its button and read its table."""
    tab.open(f"{address}bench.html")
    wait(tab, "ready")
    tab.evaluate(CLICK)
    wait(tab, "measured")
    if tab.evaluate(EQUAL) != "true":
        raise ArithmeticError("the page says that its yardstick does other work than Python")
    browser, _, software = tab.evaluate(MACHINE).split(", ", 2)
    return Measured(browser, software, [Row(*row) for row in tab.evaluate(ROWS)])


def wait(tab: Tab, state: str) -> None:
    """Wait until the page has reached a state."""
    deadline = time.monotonic() + PATIENCE
    while (now := tab.evaluate(STATE)) != state:
        if now == "failed" or time.monotonic() > deadline:
            raise RuntimeError(f"the page is {now}, not {state}")
        time.sleep(0.2)
