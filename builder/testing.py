"""Run every test on the built site."""

from collections.abc import Iterable, Sequence

from builder import browser, site, venv
from builder.commands import status
from builder.guard import one_at_a_time
from builder.places import CACHE
from builder.report import say


def test(arguments: Sequence[str], browsers: str) -> int:
    """Make what the tests need, build the site, run pytest; return its exit status.

    browsers: those of the end-to-end tests, `all` or names between commas.
    """
    wanted = browser.named(browsers)
    with one_at_a_time():
        python = venv.ensure("build", "test")
        programs = browser.find(wanted, python)
        site.build()
    say("Running the tests")
    keep = ["-o", f"cache_dir={CACHE / 'pytest'}", *_left_out(programs)]
    found = {f"BINADD_{name.upper()}": path for name, path in programs.items()}
    return status([python, "-m", "pytest", *keep, *arguments], extra=found)


def _left_out(browsers: Iterable[str]) -> list[str]:
    """Return pytest's options for what cannot run; tests/e2e/engines/ alone knows all browsers."""
    if "chromium" in browsers:
        return []
    return ["--ignore-glob=tests/e2e/test_*.py" if browsers else "--ignore=tests/e2e"]
