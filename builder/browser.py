"""A Chromium for the end-to-end tests: one that is installed, else Playwright's own."""

import os
import shutil
from pathlib import Path

from builder.commands import status
from builder.report import say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def installed() -> str | None:
    """Return the path of an installed Chromium (or what CHROMIUM names), or None."""
    wanted = os.environ.get("CHROMIUM")
    for name in [wanted] if wanted else NAMES:
        if found := shutil.which(name):
            return found
    return None


def playwright_has_one(python: Path) -> bool:
    """Have Playwright install its own Chromium unless it has; tell whether that worked."""
    say("No Chromium installed here: asking Playwright for one")
    return status([python, "-m", "playwright", "install", "chromium"]) == 0
