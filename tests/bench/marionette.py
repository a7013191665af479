"""Firefox without a driver: it listens to its own remote protocol, Marionette, on a socket.

A message is a length, a colon and JSON: [0, number, command, parameters] to Firefox, and
[1, number, error, result] back.
"""

import json
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PATIENCE = 60  # seconds
PREFERENCES = 'user_pref("marionette.port", 0);\n'  # any free one; it is written into a file


class Tab:
    """The one tab of a Firefox."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self._answers = self._socket.makefile("rb")
        self._number = 0
        self._read()  # the greeting
        self._call("WebDriver:NewSession")

    def open(self, address: str) -> None:
        """Go to an address."""
        self._call("WebDriver:Navigate", url=address)

    def evaluate(self, expression: str) -> Any:
        """Return the value of a JavaScript expression in the page."""
        return self._call("WebDriver:ExecuteScript", script=f"return {expression}", args=[])[
            "value"
        ]

    def quit(self) -> None:
        """Close the browser."""
        self._call("Marionette:Quit", flags=["eForceQuit"])
        self._answers.close()
        self._socket.close()

    def _call(self, command: str, **parameters: Any) -> Any:
        self._number += 1
        message = json.dumps([0, self._number, command, parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._read()
        if error:
            raise RuntimeError(f"Firefox refused {command}: {error['message']}")
        return result

    def _read(self) -> Any:
        length = b""
        while (digit := self._answers.read(1)) != b":":
            if not digit:
                raise ConnectionError("Firefox has gone")
            length += digit
        return json.loads(self._answers.read(int(length)))


@contextmanager
def firefox(program: str) -> Iterator[Tab]:
    """A Firefox without a window and with a profile of its own, for as long as the block lasts."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        Path(profile, "user.js").write_text(PREFERENCES)
        command = [program, "--headless", "--marionette", "--no-remote", "--profile", profile]
        quiet = subprocess.DEVNULL
        with subprocess.Popen(command, stdout=quiet, stderr=quiet) as process:
            try:
                tab = Tab(_port(Path(profile, "MarionetteActivePort")))
                yield tab
                tab.quit()
            finally:
                process.terminate()


def _port(file: Path) -> int:
    """Wait until Firefox has written down the port that it listens on."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if file.is_file() and (text := file.read_text()):
            return int(text)
        time.sleep(0.1)
    raise TimeoutError(f"Firefox did not start within {PATIENCE} seconds")
