"""The browsers of the end-to-end tests: those installed, else Playwright's own Chromium."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from builder.commands import status
from builder.report import BuildError, say

PROGRAMS = {  # of each browser: any one of these
    "chromium": ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "firefox": ("firefox-esr", "firefox"),
    "webkit": ("WebKitWebDriver",),
}
PACKAGES = {"chromium": "chromium", "firefox": "firefox-esr", "webkit": "webkit2gtk-driver, xvfb"}


def named(words: str) -> list[str]:
    """Return the browsers that somebody has asked for: `all`, or names between commas."""
    names = list(PROGRAMS) if words == "all" else [name for name in words.split(",") if name]
    for name in names:
        if name not in PROGRAMS:
            raise BuildError(f"--browsers must be all, or of {', '.join(PROGRAMS)}, not {name}")
    return names


def find(names: Sequence[str], python: Path) -> dict[str, str]:
    """Return name -> program of those that are here ("" for Playwright's own Chromium).

    Where CI is set a missing one is an error; elsewhere it is said, and left out.
    """
    programs = {name: program(name, python) for name in names}
    missing = [name for name, found in programs.items() if found is None]
    for name in missing:
        message = f"no {name} for the end-to-end tests: install {PACKAGES[name]}"
        if os.environ.get("CI"):
            raise BuildError(message)
        say(f"Left out: {message}")
    return {name: found for name, found in programs.items() if found is not None}


def program(name: str, python: Path) -> str | None:
    """Return the program of a browser, "" for Playwright's own Chromium, or None."""
    if found := installed(name):
        return found
    return "" if name == "chromium" and playwright_has_one(python) else None


def installed(name: str) -> str | None:
    """Return the path of an installed browser (CHROMIUM, FIREFOX, WEBKIT name another), or None."""
    if name == "webkit" and not shutil.which("Xvfb"):
        return None  # it cannot do without a screen
    wanted = os.environ.get(name.upper())
    return next(filter(None, map(shutil.which, [wanted] if wanted else PROGRAMS[name])), None)


def playwright_has_one(python: Path) -> bool:
    """Have Playwright install its own Chromium unless it has; tell whether that worked."""
    say("No Chromium installed here: asking Playwright for one")
    return status([python, "-m", "playwright", "install", "chromium"]) == 0
