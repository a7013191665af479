"""Run every test on the built site."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from builder import browser, node, site, venv
from builder.commands import status
from builder.guard import one_at_a_time
from builder.places import CACHE, ROOT, WEB
from builder.report import say

# Pytest's options for the whole: a file is one worker's, in the order of the files, for those that
# take longest come first. More than four workers, each with a browser, would want for memory.
SHARED = ("-n", "auto", "--maxprocesses=4", "--dist=loadscope", "--no-loadscope-reorder")


def test(arguments: Sequence[str], browsers: str) -> int:
    """Make what the tests need, build the site, run node --test and pytest; return the exit status.

    browsers: those of the end-to-end tests, `all` or names between commas.
    """
    wanted = browser.named(browsers)
    with one_at_a_time():
        python = venv.ensure("build", "test")
        programs = browser.find(wanted, python)
        site.build()
    some = _names_some(arguments)
    found = {f"BINADD_{name.upper()}": path for name, path in programs.items()}
    modules = 0 if some else _test_modules()
    shared = [] if some else SHARED
    tested = _run_pytest(python, [*_left_out(programs), *shared, *arguments], found)
    if not some:
        say(f"Tests: exit status {tested}; of modules without a browser: exit status {modules}")
    return tested or modules


def _run_pytest(python: Path, words: Sequence[str], browsers: Mapping[str, str]) -> int:
    """Have pytest run what its words say, reading UTF-8 in any locale; return its exit status."""
    say("Running the tests")
    keep = ["-o", f"cache_dir={CACHE / 'pytest'}"]
    return status([python, "-m", "pytest", *keep, *words], extra={**browsers, "PYTHONUTF8": "1"})


def _test_modules() -> int:
    """Have Node run the tests that stand beside the modules in web/; return its exit status."""
    say("Running the tests of modules that need no browser")
    tests = sorted(WEB.rglob("*.test.js"))
    return status([node.program(), "--test", "--test-reporter=dot", *tests])


def _names_some(arguments: Sequence[str]) -> bool:
    """Tell whether only some of pytest's files are asked for."""
    return any((ROOT / word.split("::")[0]).exists() for word in arguments)


def _left_out(browsers: Iterable[str]) -> list[str]:
    """Return pytest's options for what cannot run; tests/e2e/engines/ alone knows all browsers."""
    if "chromium" in browsers:
        return []
    return ["--ignore-glob=tests/e2e/test_*.py" if browsers else "--ignore=tests/e2e"]
