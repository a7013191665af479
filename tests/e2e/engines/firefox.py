"""Firefox without a driver: it listens to WebDriver's commands itself, on a socket of its own.

A message is a length, a colon and JSON: [0, number, command, parameters] to Firefox, and
[1, number, error, result] back.
"""

import json
import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.e2e.engines.webdriver import WebDriverTab

PATIENCE = 60  # seconds
PREFERENCES = {
    "marionette.port": 0,  # any free one; it is written into a file
    "services.settings.server": "data:,#remote-settings-dummy/v1",  # no news of Firefox's own
    "media.gmp-manager.updateEnabled": False,  # nor parts of it
}
ENVIRONMENT = {**os.environ, "MOZ_REMOTE_SETTINGS_DEVTOOLS": "1"}  # lets the server be changed
OF_PYODIDE = "exception handling 'try' instruction is deprecated"  # wherever Pyodide is used
CONSOLE = """
const messages = Services.console.getMessageArray();
const errors = messages.filter((message) => message instanceof Ci.nsIScriptError);
const storage = Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage);
const calls = storage.getEvents().filter(({ level }) => ["error", "warn"].includes(level));
Services.console.reset();
storage.clearEvents();
return [
  ...errors.map(({ sourceName, errorMessage }) => [sourceName, errorMessage]),
  ...calls.map((call) => [call.filename, `console ${call.level}: ${call.arguments.join(" ")}`]),
];
"""


class FirefoxTab(WebDriverTab):
    """The one tab of a Firefox."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self._answers = self._socket.makefile("rb")
        self._number = 0
        self._found: list[str] = []
        self._read()  # the greeting
        self.call("NewSession")

    def call(self, command: str, **parameters: Any) -> Any:
        """Carry out one command and return its value."""
        result = self._send(f"WebDriver:{command}", parameters)
        return result["value"] if result.keys() == {"value"} else result

    def open(self, address: str) -> None:
        """Go to an address; Firefox forgets what a page said when that page is left."""
        self._found += self._console()
        super().open(address)

    def complaints(self) -> list[str]:
        """Return the errors and warnings of all pages since the last time it was asked."""
        found, self._found = self._found + self._console(), []
        return found

    def quit(self) -> None:
        """Close the browser."""
        self._send("Marionette:Quit", {"flags": ["eForceQuit"]})
        self._answers.close()
        self._socket.close()

    def _console(self) -> list[str]:
        """Read Firefox's own console, workers and policy included; its own parts complain too."""
        self._send("Marionette:SetContext", {"value": "chrome"})
        said = self.call("ExecuteScript", script=CONSOLE, args=[])
        self._send("Marionette:SetContext", {"value": "content"})
        of_pages = [each for each in said if "http://" in each[0] and OF_PYODIDE not in each[1]]
        return [f"{source}: {message}" for source, message in of_pages]

    def _send(self, command: str, parameters: dict[str, Any]) -> Any:
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
def firefox(program: str, proxy: int = 0) -> Iterator[FirefoxTab]:
    """A Firefox without a window and with a profile of its own, for as long as the block lasts.

    proxy: the port on this machine where all requests to other machines go.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        Path(profile, "user.js").write_text(_preferences(proxy))
        privileges = ["--marionette", "--remote-allow-system-access"]  # the second for the console
        command = [program, "--headless", *privileges, "--no-remote", "--profile", profile]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        with subprocess.Popen(command, env=ENVIRONMENT, **quiet) as process:
            try:
                tab = FirefoxTab(_port(Path(profile, "MarionetteActivePort")))
                tab.show(1280, 800)
                yield tab
                tab.quit()
            finally:
                process.terminate()


def _preferences(proxy: int) -> str:
    """Write Firefox's file of preferences."""
    through = {f"network.proxy.{kind}": "127.0.0.1" for kind in ("http", "ssl")}
    ports = {f"network.proxy.{kind}_port": proxy for kind in ("http", "ssl")}
    wanted = {**PREFERENCES, **({"network.proxy.type": 1, **through, **ports} if proxy else {})}
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(wanted[name])});\n" for name in wanted)
    return "".join(lines)


def _port(file: Path) -> int:
    """Wait until Firefox has written down the port that it listens on."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if file.is_file() and (text := file.read_text()):
            return int(text)
        time.sleep(0.1)
    raise TimeoutError(f"Firefox did not start within {PATIENCE} seconds")
