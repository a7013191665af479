"""The site as `serve` shows it to whoever works on it: no browser shall keep it.

A service worker stays when the server has gone, and would answer for whatever is served on the same
port later. So the pages are told to start none, and one that is there is taken away.
"""

from io import BytesIO
from pathlib import Path
from typing import Any

from builder import offline
from builder.places import ROOT
from builder.serve import Handler

TAKE_AWAY = ROOT / "builder" / "take-away.js"
ROOT_TAG, MARKED = (
    b"<html ",
    b'<html data-offline="off" ',
)  # web/runtime/keep-offline.js reads the mark


class Unkept(Handler):
    """Answers as the other does, but for the pages' mark and the service worker."""

    def send_head(self) -> Any:
        """Send the headers; return what follows them, as an open file."""
        file = Path(self.translate_path(self.path))
        if self.path.partition("?")[0].endswith("/"):
            file /= "index.html"
        if not file.is_file() or (content := _instead(file)) is None:
            return super().send_head()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)


def _instead(file: Path) -> bytes | None:
    """Return what is sent in a file's place, if anything."""
    if file.name == offline.NAME:
        return TAKE_AWAY.read_bytes()
    if file.suffix == ".html":
        return file.read_bytes().replace(ROOT_TAG, MARKED, 1)
    return None
