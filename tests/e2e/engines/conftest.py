"""One tab in each browser that build.py found, and a network that tells what goes through it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from builder.serve import Handler
from tests.e2e.engines.chromium import chromium
from tests.e2e.engines.firefox import firefox
from tests.e2e.engines.tab import Tab
from tests.e2e.engines.webkit import webkit

NAMES = ("chromium", "firefox", "webkit")
FOUND = [name for name in NAMES if f"BINADD_{name.upper()}" in os.environ] or ["chromium"]


class Elsewhere(BaseHTTPRequestHandler):
    """Stands for every other machine: notes what it is asked, and refuses."""

    asked: list[str] = []

    def refuse(self) -> None:
        """Answer any method."""
        self.asked.append(self.path)
        self.send_error(502)

    do_CONNECT = do_GET = do_HEAD = do_POST = refuse

    def log_message(self, *_args: Any) -> None:
        """Print no line per request."""


@contextmanager
def elsewhere() -> Iterator[int]:
    """The port of a proxy that answers for all other machines."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


@pytest.fixture(scope="module", params=FOUND)
def engine(request: pytest.FixtureRequest) -> Iterator[Tab]:
    """A tab in each browser in turn."""
    program = os.environ.get(f"BINADD_{request.param.upper()}", "")
    if request.param == "chromium":  # Playwright sees all requests; and there is one of it only
        with chromium(request.getfixturevalue("browser")) as tab:
            yield tab
    else:
        opened = {"firefox": firefox, "webkit": webkit}[request.param]
        with elsewhere() as proxy, opened(program, proxy) as tab:
            yield tab


class Network:
    """The way from the page to its site."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.refused: list[str] = []
        self._patch = monkeypatch.setattr
        self._patch(Handler, "log_request", lambda handler, code, *_: self._note(handler, code))

    def cut(self) -> None:
        """From now on no request is answered, nor on a connection that is already there."""
        self._patch(Handler, "parse_request", _hang_up)

    def _note(self, handler: Handler, code: int) -> None:
        if code >= 400:
            self.refused.append(f"status {int(code)}: {handler.path}")


def _hang_up(_handler: Handler) -> bool:
    raise ConnectionAbortedError


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Network:
    """The way from the page to its site; it notes what was not found, and can be cut."""
    return Network(monkeypatch)


@pytest.fixture
def tab(engine: Tab, network: Network) -> Iterator[Tab]:
    """A tab; the test fails, in the end, if the page has asked another machine for anything."""
    Elsewhere.asked.clear()
    engine.complaints()
    yield engine
    engine.open("about:blank")  # ends the worker: nothing of it may run on into the next test
    assert Elsewhere.asked == []
