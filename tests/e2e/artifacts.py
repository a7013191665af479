"""What a test that fails leaves behind: pictures of its pages, their console, and the trace."""

import re
import shutil
from pathlib import Path

from playwright.sync_api import BrowserContext, Error, Page

from builder.places import CACHE

FOLDER = CACHE / "artifacts"
PATIENCE = 10_000  # milliseconds


class Recorder:
    """Listens to every memory of a browser; it writes nothing unless a test fails.

    The trace has what was done, asked and said, and no picture of every moment: that would make
    each start half as long again. `playwright show-trace` opens it.
    """

    def __init__(self) -> None:
        self._said: dict[BrowserContext, list[str]] = {}

    def listen(self, context: BrowserContext) -> None:
        """Record what goes on in a memory from now on, until it is closed."""
        said = self._said[context] = []
        context.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
        context.on("weberror", lambda error: said.append(f"error: {error.error}"))
        context.on("requestfailed", lambda asked: said.append(f"{asked.failure}: {asked.url}"))
        context.on("close", lambda context: self._said.pop(context, None))
        context.tracing.start()
        context.tracing.start_chunk()

    def forget(self, context: BrowserContext) -> None:
        """Begin anew with a memory that outlives a test."""
        self._said[context].clear()
        context.tracing.stop_chunk()
        context.tracing.start_chunk()

    def leave(self, test: str) -> Path:
        """Write all that there is about a test; return the folder."""
        folder = FOLDER / re.sub(r"[^\w.-]+", "-", test)[-150:].strip("-")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for number, (context, said) in enumerate(self._said.items(), start=1):
            for place, page in enumerate(context.pages, start=1):
                _picture(page, folder / f"{number}-{place}.png")
            (folder / f"{number}-console.txt").write_text("\n".join(said), encoding="utf-8")
            context.tracing.stop_chunk(path=folder / f"{number}-trace.zip")
            context.tracing.start_chunk()
        return folder


def _picture(page: Page, file: Path) -> None:
    """Take a picture of a page, or write down why there is none."""
    try:
        page.screenshot(path=file, timeout=PATIENCE)
    except Error as error:  # it hangs: perhaps that is what went wrong
        file.with_suffix(".txt").write_text(str(error), encoding="utf-8")
