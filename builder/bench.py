"""Measure the built site: natively, in every browser that is here, and by Lighthouse."""

import shutil
from pathlib import Path

from builder import browser, node, site, venv
from builder.commands import environment, status
from builder.guard import one_at_a_time
from builder.report import BuildError, say


def bench(browsers: str, runs: int, json: Path | None) -> int:
    """Build the site and measure it; return the exit status.

    browsers: `all`, or names between commas
    """
    wanted = browser.named(browsers)
    _check(runs, json)
    with one_at_a_time():
        python = venv.ensure("build", "test")
        node.ensure_node()
        programs = {name: _program(name, python) for name in wanted}
        site.build()
    say("Measuring; this takes some minutes, and other work on the machine blurs it")
    found = [f"--browser={name}={path}" for name, path in programs.items() if path is not None]
    return status([python, "-m", "tests.bench", f"--runs={runs}", *found, *_into(json)])


def lighthouse(runs: int, json: Path | None) -> int:
    """Build the site and have Lighthouse look at it; return the exit status."""
    _check(runs, json)
    with one_at_a_time():
        python = venv.ensure("build", "test")
        node.ensure_node()
        if not shutil.which("npx", path=environment()["PATH"]):
            raise BuildError("there is no npx here, which fetches Lighthouse: it comes with npm")
        program = _chromium(python)
        site.build()
    say("Lighthouse looks at the page; that takes a minute each time")
    options = [f"--runs={runs}", f"--browser={program}", *_into(json)]
    return status([python, "-m", "tests.bench.lighthouse", *options])


def soak(minutes: float) -> int:
    """Build the site and use its page in Chromium for so long; return the exit status."""
    if not minutes > 0:
        raise BuildError(f"--soak must be above 0, not {minutes:g}")
    with one_at_a_time():
        python = venv.ensure("build", "test")
        program = _chromium(python)
        site.build()
    say(f"Using the page for {minutes:g} minutes")
    return status([python, "-m", "tests.bench.soak", str(minutes), f"--browser={program}"])


def _check(runs: int, json: Path | None) -> None:
    """Refuse to measure nothing, or for nothing."""
    if runs < 1:
        raise BuildError(f"--runs must be 1 or more, not {runs}")
    if json and not json.resolve().parent.is_dir():
        raise BuildError(f"--json must name a file in a folder that is there, not {json}")


def _chromium(python: Path) -> str:
    """Return Chromium's program, "" for Playwright's own."""
    program = browser.program("chromium", python)
    if program is None:
        raise BuildError("there is no Chromium here to open the page in")
    return program


def _program(name: str, python: Path) -> str | None:
    """Return the program of a browser, "" for Playwright's own, or None if there is none."""
    found = browser.program(name, python)
    if found is None:
        say(f"No {name} here: it is left out")
    return found


def _into(json: Path | None) -> list[str]:
    """Say in which file all numbers shall be, if in any."""
    return [f"--json={json.resolve()}"] if json else []
