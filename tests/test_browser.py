"""Which browsers the end-to-end tests run in."""

from pathlib import Path

import pytest

from builder import browser, site, testing, venv
from builder.report import BuildError


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], dict[str, str]]]:
    """A machine where nothing is installed but Firefox; the commands that pytest is run by."""
    ran: list[tuple[list[str], dict[str, str]]] = []
    there = {"firefox-esr": "/bin/firefox-esr"}
    monkeypatch.setattr("shutil.which", lambda name, path=None: there.get(name))
    for name in browser.PROGRAMS:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(browser, "playwright_has_one", lambda _python: False)
    monkeypatch.setattr(venv, "ensure", lambda *_groups: Path("python"))
    monkeypatch.setattr(site, "build", lambda: None)
    monkeypatch.setattr(testing, "_test_modules", lambda: 0)
    monkeypatch.setattr(testing, "status", lambda words, extra: ran.append((words, extra)) or 0)
    return ran


def test_all_means_every_browser_and_an_unknown_one_is_refused() -> None:
    assert browser.named("all") == ["chromium", "firefox", "webkit"]
    assert browser.named("webkit,chromium") == ["webkit", "chromium"]
    with pytest.raises(BuildError, match="all, or of chromium, firefox, webkit, not netscape"):
        browser.named("chromium,netscape")


def test_a_missing_browser_is_said_and_left_out_with_the_tests_that_need_it(commands, capsys):
    assert testing.test(["-q"], "all") == 0
    words, found = commands[0]
    assert found == {"BINADD_FIREFOX": "/bin/firefox-esr", "PYTHONUTF8": "1"}
    assert "--ignore-glob=tests/e2e/test_*.py" in words
    said = capsys.readouterr().out
    assert "Left out: no chromium for the end-to-end tests: install chromium\n" in said
    assert "Left out: no webkit for the end-to-end tests: install webkit2gtk-driver, xvfb\n" in said


def test_without_any_browser_no_end_to_end_test_runs(commands):
    testing.test([], "chromium")
    assert "--ignore=tests/e2e" in commands[0][0]


@pytest.mark.parametrize("name", ["chromium", "webkit"])
def test_a_missing_browser_is_a_failure_where_ci_runs(commands, monkeypatch, name):
    monkeypatch.setenv("CI", "true")
    with pytest.raises(BuildError, match=f"no {name} for the end-to-end tests: install"):
        testing.test([], name)
    assert commands == []
