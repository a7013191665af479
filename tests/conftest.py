"""What every test may use: a Chromium that runs the same on any machine, also without a screen."""

import os

import pytest

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    """Start the Chromium that build.py found; without one named, Playwright takes its own."""
    named = os.environ.get("BINADD_CHROMIUM")
    program = {"executable_path": named} if named else {}
    return {**browser_type_launch_args, **program, "args": list(QUIET)}
