"""What Playwright cannot do, by the DevTools protocol: tabs that are hidden, frozen and woken.

Playwright keeps each of its pages awake and in front, whatever a visitor would do. In a browser
context that it does not know of, a tab is treated like a visitor's.
"""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

from playwright.sync_api import Browser, CDPSession

PATIENCE = 60  # seconds


class Target:
    """A tab or a worker, spoken to through the session of the browser or of a page."""

    def __init__(self, through: CDPSession, session: str) -> None:
        self.events: list[dict[str, Any]] = []
        self._through, self._session = through, session
        self._numbers = count(1)
        self._answers: dict[int, dict[str, Any]] = {}
        through.on("Target.receivedMessageFromTarget", self._hear)

    def _hear(self, event: dict[str, Any]) -> None:
        message = json.loads(event["message"])
        if event["sessionId"] == self._session and "id" in message:
            self._answers[message["id"]] = message
        elif event["sessionId"] == self._session:
            self.events.append(message)

    def send(self, method: str, **details: object) -> dict[str, Any]:
        """Send a command and return its result."""
        number = next(self._numbers)
        message = json.dumps({"id": number, "method": method, "params": details})
        self._through.send(
            "Target.sendMessageToTarget", {"sessionId": self._session, "message": message}
        )
        deadline = time.monotonic() + PATIENCE
        while number not in self._answers:
            if time.monotonic() > deadline:
                raise TimeoutError(f"no answer to {method}")
            self._through.send("Target.getTargets")  # hears what has come meanwhile
            time.sleep(0.01)
        answer = self._answers.pop(number)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        return dict(answer["result"])

    def evaluate(self, expression: str) -> Any:
        """Return the value of a JavaScript expression; None where it fails."""
        details = {"expression": expression, "returnByValue": True, "awaitPromise": True}
        return self.send("Runtime.evaluate", **details)["result"].get("value")


class Tab(Target):
    """A tab like a visitor's, in front of another one that is empty."""

    def __init__(self, through: CDPSession, context: str, address: str) -> None:
        self._other, self._own = (
            through.send("Target.createTarget", {"url": url, "browserContextId": context})[
                "targetId"
            ]
            for url in ("about:blank", "about:blank")
        )
        attached = through.send("Target.attachToTarget", {"targetId": self._own, "flatten": False})
        super().__init__(through, attached["sessionId"])
        for domain in ("Runtime", "Log", "Page"):
            self.send(f"{domain}.enable")
        self.send("Page.navigate", url=address)

    def _activate(self, target: str) -> None:
        self._through.send("Target.activateTarget", {"targetId": target})

    def hide(self) -> None:
        """Go to the other tab."""
        self._activate(self._other)

    def show(self) -> None:
        """Come back to this tab."""
        self._activate(self._other)  # also one that was put to sleep in front
        self._activate(self._own)

    def sleep(self, seconds: float) -> None:
        """Let the browser freeze the tab, as it does with those long out of sight."""
        self.send("Page.setWebLifecycleState", state="frozen")
        time.sleep(seconds)
        self.send("Page.setWebLifecycleState", state="active")

    def until(self, expression: str, seconds: float = PATIENCE) -> None:
        """Wait until a JavaScript expression is true."""
        deadline = time.monotonic() + seconds
        while self.evaluate(expression) is not True:
            assert time.monotonic() < deadline, f"never: {expression}"
            time.sleep(0.02)

    @property
    def complaints(self) -> list[dict[str, Any]]:
        """What the console was told: errors and warnings."""
        return [event for event in self.events if _is_complaint(event)]


def _is_complaint(event: dict[str, Any]) -> bool:
    method, told = event["method"], event["params"]
    spoken = told.get("type") or told.get("entry", {}).get("level")
    return method == "Runtime.exceptionThrown" or spoken in ("error", "warning")


@contextmanager
def visitor(browser: Browser, address: str) -> Iterator[Tab]:
    """Open a tab in a browser context of its own; it must end without complaints."""
    through = browser.new_browser_cdp_session()
    context = through.send("Target.createBrowserContext")["browserContextId"]
    tab = Tab(through, context, address)
    yield tab
    found = tab.complaints
    through.send("Target.disposeBrowserContext", {"browserContextId": context})
    through.detach()
    assert found == []
