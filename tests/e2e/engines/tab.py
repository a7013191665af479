"""What every browser can do here, and what the tests say with it."""

import time
from typing import Any, Protocol

PATIENCE = 120  # seconds for whatever Python does on a slow machine
STATE = "document.documentElement.dataset.state"


class Tab(Protocol):
    """A browser's only tab, 1280 pixels wide."""

    def open(self, address: str) -> None:
        """Go to an address; the page's complaints are collected from then on."""

    def evaluate(self, expression: str) -> Any:
        """Return the value of a JavaScript expression in the page, awaited if it is a promise."""

    def click(self, selector: str) -> None:
        """Click on an element as a person would."""

    def fill(self, selector: str, text: str) -> None:
        """Empty a field and type into it."""

    def complaints(self) -> list[str]:
        """Return the errors and warnings of all pages since the last time it was asked."""


def text(tab: Tab, selector: str) -> str:
    """Return what stands in an element."""
    return str(tab.evaluate(f"document.querySelector({selector!r}).textContent"))


def wait(tab: Tab, expression: str, value: Any, seconds: float = PATIENCE) -> None:
    """Wait until an expression has a value."""
    deadline = time.monotonic() + seconds
    while (now := tab.evaluate(expression)) != value:
        assert time.monotonic() < deadline, f"{expression} is {now!r}, not {value!r}"
        time.sleep(0.2)


def wait_state(tab: Tab, state: str) -> None:
    """Wait until the page has reached a state; one that has failed is not waited for."""
    wait(tab, f"[{state!r}, 'failed'].includes({STATE})", True)
    assert tab.evaluate(STATE) == state, text(tab, "#failure")
