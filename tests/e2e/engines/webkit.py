"""WebKitGTK by its own driver, on a screen that exists in memory only."""

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from tests.e2e.engines.webdriver import WebDriverTab

PATIENCE = 60  # seconds
STARTING = (20, 40, 80, 160)  # seconds for a browser to come up, if it missed its driver before
PATHS = {  # of WebDriver's commands
    "Navigate": "url",
    "ExecuteScript": "execute/sync",
    "FindElement": "element",
    "ElementClick": "element/{id}/click",
    "ElementClear": "element/{id}/clear",
    "ElementSendKeys": "element/{id}/value",
    "SetWindowRect": "window/rect",
    "GetWindowRect": "window/rect",
    "TakeScreenshot": "screenshot",
}
LISTEN = """(() => {
  globalThis.complaints = [];
  for (const level of ["error", "warn"]) {
    console[level] = (...words) => complaints.push(`console ${level}: ${words.join(" ")}`);
  }
  const note = (kind, what) => addEventListener(kind, (event) => complaints.push(what(event)));
  note("error", ({ message }) => `error: ${message}`);
  note("unhandledrejection", ({ reason }) => `unhandled rejection: ${reason}`);
  note("securitypolicyviolation", ({ blockedURI }) => `forbidden: ${blockedURI}`);
})()"""


class WebKitTab(WebDriverTab):
    """The one tab of a MiniBrowser, WebKitGTK's own small browser."""

    def __init__(self, driver: str, proxy: int, patience: float) -> None:
        self._found: list[str] = []
        self._session = f"{driver}session"
        options: dict[str, Any] = {"binary": str(_minibrowser()), "args": ["--automation"]}
        through = {"proxy": _through(proxy)} if proxy else {}
        wanted = {"webkitgtk:browserOptions": options, **through}
        session = self._post("", {"capabilities": {"alwaysMatch": wanted}}, patience)
        self._session += f"/{session['sessionId']}"

    def call(self, command: str, **parameters: Any) -> Any:
        """Carry out one command and return its value."""
        path = "/" + PATHS[command].format(**parameters)
        if command.startswith(("Get", "Take")):
            return _ask(Request(self._session + path))
        return self._post(path, parameters)

    def open(self, address: str) -> None:
        """Go to an address, and listen to the page from the moment it is there.

        WebKitGTK keeps its console to itself while it is driven, so the page must tell.
        """
        self._found += self._told()
        super().open(address)
        self.evaluate(LISTEN)

    def complaints(self) -> list[str]:
        """Return the errors and warnings of all pages since the last time it was asked."""
        found, self._found = self._found + self._told(), []
        return found

    def quit(self) -> None:
        """Close the browser."""
        _ask(Request(self._session, method="DELETE"))

    def _told(self) -> list[str]:
        return list(self.evaluate("globalThis.complaints?.splice(0) ?? []"))

    def _post(self, path: str, parameters: dict[str, Any], patience: float = PATIENCE) -> Any:
        data = json.dumps(parameters).encode()
        return _ask(Request(self._session + path, data=data), patience)


@contextmanager
def webkit(driver: str, proxy: int = 0) -> Iterator[WebKitTab]:
    """A MiniBrowser and what it needs, for as long as the block lasts; see `firefox` for proxy."""
    with ExitStack() as stack:
        for patience in STARTING:
            try:
                tab = stack.enter_context(_started(driver, proxy, patience))
                break
            except TimeoutError:  # a busy machine makes it miss its driver now and then
                if patience == STARTING[-1]:
                    raise
        yield tab


@contextmanager
def _started(driver: str, proxy: int, patience: float) -> Iterator[WebKitTab]:
    with _screen() as display, socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
        free.close()
        command = [driver, f"--port={port}"]
        with subprocess.Popen(command, env={**os.environ, "DISPLAY": display}) as process:
            try:
                address = f"http://127.0.0.1:{port}/"
                _wait_for(address)
                tab = WebKitTab(address, proxy, patience)
                tab.show(1280, 800)
                yield tab
                tab.quit()
            finally:
                process.terminate()


@contextmanager
def _screen() -> Iterator[str]:
    """A screen without a monitor; its name."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=quiet, text=True) as process:
        try:
            assert process.stdout
            yield f":{process.stdout.readline().strip()}"
        finally:
            process.terminate()


def _minibrowser() -> Path:
    """Return the newest MiniBrowser; it lies beside WebKitGTK's library, not among programs."""
    return sorted(Path("/usr/lib").glob("*/webkit*gtk-*/MiniBrowser"))[-1]


def _through(proxy: int) -> dict[str, Any]:
    """Describe a proxy for all but this machine."""
    at = f"127.0.0.1:{proxy}"
    return {"proxyType": "manual", "httpProxy": at, "sslProxy": at, "noProxy": ["127.0.0.1"]}


def _wait_for(address: str) -> None:
    """Wait until the driver answers."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return _ask(Request(f"{address}status"))
        except (URLError, ConnectionError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def _ask(request: Request, patience: float = PATIENCE) -> Any:
    """Send a request to the driver and return the value in its answer."""
    try:
        with urlopen(request, timeout=patience) as answer:
            return json.load(answer)["value"]
    except HTTPError as error:
        raise RuntimeError(f"{request.selector}: {json.load(error)['value']}") from error
