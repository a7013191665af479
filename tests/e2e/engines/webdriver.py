"""A tab by the commands of WebDriver, which Firefox and WebKitGTK's driver both understand."""

import json
from typing import Any

SCROLL = """new Promise((done) => {
  document.querySelector(%s).scrollIntoView({ block: "center" });
  requestAnimationFrame(() => requestAnimationFrame(done));
})"""


class WebDriverTab:
    """A tab; how a command reaches its browser is the browser's affair."""

    def call(self, command: str, **parameters: Any) -> Any:
        """Carry out one command and return its value."""
        raise NotImplementedError

    def open(self, address: str) -> None:
        """Go to an address."""
        self.call("Navigate", url=address)

    def evaluate(self, expression: str) -> Any:
        """Return the value of a JavaScript expression in the page, awaited if it is a promise."""
        return self.call("ExecuteScript", script=f"return {expression}", args=[])

    def click(self, selector: str) -> None:
        """Click on an element as a person would."""
        self.call("ElementClick", id=self._find(selector))

    def fill(self, selector: str, text: str) -> None:
        """Empty a field and type into it."""
        field = self._find(selector)
        self.call("ElementClear", id=field)
        self.call("ElementSendKeys", id=field, text=text)

    def show(self, width: int, height: int) -> None:
        """Make the page as large as this; a window has a frame around it."""
        window = self.call("GetWindowRect")
        inner = self.evaluate("[innerWidth, innerHeight]")
        frame = window["width"] - inner[0], window["height"] - inner[1]
        self.call("SetWindowRect", width=width + frame[0], height=height + frame[1])

    def _find(self, selector: str) -> str:
        """Scroll to an element, for what is far out of sight is not laid out; return it."""
        self.evaluate(SCROLL % json.dumps(selector))
        found = self.call("FindElement", using="css selector", value=selector)
        (element,) = found.values()  # a reference, under a key that the standard has chosen
        return str(element)
