"""Run every test on the built site."""

import os
from collections.abc import Sequence
from pathlib import Path

from builder import browser, site, venv
from builder.commands import status
from builder.guard import one_at_a_time
from builder.places import CACHE
from builder.report import BuildError, say


def test(arguments: Sequence[str]) -> int:
    """Make what the tests need, build the site, run pytest; return its exit status."""
    with one_at_a_time():
        python = venv.ensure("build", "test")
        found, left_out = _browser(python)
        site.build()
    say("Running the tests")
    keep = ["-o", f"cache_dir={CACHE / 'pytest'}"]
    return status([python, "-m", "pytest", *keep, *left_out, *arguments], extra=found)


def _browser(python: Path) -> tuple[dict[str, str], list[str]]:
    """Return environment variables and pytest options for the browser that was found."""
    if path := browser.installed():
        return {"BINADD_CHROMIUM": path}, []
    if browser.playwright_has_one(python):
        return {}, []
    if os.environ.get("CI"):
        raise BuildError("no browser for the end-to-end tests: install chromium")
    say("No browser: the end-to-end tests are left out")
    return {}, ["--ignore=tests/e2e"]
