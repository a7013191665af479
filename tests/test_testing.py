"""What `build.py test` runs: all on all cores, or a few files on one; and what it says at last."""

from pathlib import Path

import pytest

from builder import testing
from builder.places import ROOT, WEB

PASSES = 'import { test } from "node:test";\ntest("all is well", () => {});\n'
FAILS = 'import { test } from "node:test";\ntest("it is not", () => { throw new Error(); });\n'


@pytest.fixture
def passing(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A pytest that passes at once, and what it is asked."""
    asked: list[list[str]] = []
    monkeypatch.setattr(testing.site, "build", lambda: None)
    monkeypatch.setattr(testing.venv, "ensure", lambda *_: Path("python"))
    monkeypatch.setattr(testing, "_run_pytest", lambda _, words, __: asked.append(words) or 0)
    return asked


@pytest.mark.parametrize(("content", "code"), [(PASSES, 0), (FAILS, 1)])
def test_a_module_that_fails_without_a_browser_fails_the_whole(
    passing: list[list[str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    content: str,
    code: int,
) -> None:
    (tmp_path / "panels").mkdir()
    (tmp_path / "panels" / "one.test.js").write_text(content)
    monkeypatch.setattr(testing, "WEB", tmp_path)
    assert testing.test([], "") == code
    last = capfd.readouterr().out.splitlines()[-1]
    assert last == f"Tests: exit status 0; of modules without a browser: exit status {code}"
    assert len(passing) == 1


def test_all_tests_are_shared_among_the_cores_and_a_few_files_are_not(
    passing: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(testing, "_test_modules", lambda: 0)
    for words in ([], ["-q", "-x"], ["tests/test_bits.py"], ["tests/test_bits.py::test_x", "-q"]):
        testing.test(words, "")
    assert ["-n" in words for words in passing] == [True, True, False, False]


def test_a_test_stands_beside_its_module() -> None:
    tests = sorted(WEB.rglob("*.test.js"))
    assert tests
    for file in tests:
        module = file.with_name(file.name.replace(".test.js", ".js"))
        assert f'from "./{module.name}"' in file.read_text(), file.relative_to(ROOT)
        assert module.is_file()
