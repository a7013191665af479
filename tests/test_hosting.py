"""How the page gets to a host: the workflow that publishes it, and what the host reads."""

import re
import sys
from pathlib import Path

import pytest

from builder.linting import HOSTING, Check, hosting_check
from builder.places import ROOT

GITHUB = ROOT / ".github"
DEPLOY = (GITHUB / "workflows" / "deploy.yml").read_text(encoding="utf-8")


def schema_check(schema: str, pattern: str) -> Check:
    return hosting_check(Path(sys.executable), schema, pattern)


@pytest.mark.parametrize(("schema", "pattern"), HOSTING.items())
def test_what_the_host_reads_follows_its_published_schema(schema: str, pattern: str) -> None:
    assert any(ROOT.glob(pattern))
    assert schema_check(schema, pattern).passes()


def test_the_check_of_a_schema_can_fail(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(DEPLOY.replace("runs-on", "runs-upon"))
    check = schema_check("vendor.github-workflows", "no such file")
    assert not check._replace(command=[*check.command, wrong]).passes()


def test_the_page_is_published_only_after_the_tests_of_main() -> None:
    named = re.findall(r"workflows: \[(\w+)\]", DEPLOY)
    tests = (GITHUB / "workflows" / "test.yml").read_text(encoding="utf-8")
    assert named == re.findall(r"^name: (\w+)$", tests, re.M)
    assert re.search(r"branches: \[main\]", DEPLOY)
    assert "workflow_run.conclusion == 'success'" in DEPLOY
    assert "workflow_run.event == 'push'" in DEPLOY


def test_what_is_published_is_what_the_tests_saw() -> None:
    assert "ref: ${{ github.event.workflow_run.head_sha || github.sha }}" in DEPLOY
    assert "python3 build.py build" in DEPLOY
    assert re.search(r"upload-pages-artifact@v\d+\n\s+with:\n\s+path: dist\n", DEPLOY)


def test_the_workflow_may_do_nothing_but_publish() -> None:
    block = re.search(r"^permissions:\n((?:  .+\n)+)", DEPLOY, re.M)
    assert block
    assert dict(re.findall(r"([\w-]+): (\w+)", block[1])) == {
        "contents": "read",
        "pages": "write",
        "id-token": "write",
    }


def test_dependabot_looks_after_every_kind_of_pin_but_those_that_belong_together() -> None:
    text = (GITHUB / "dependabot.yml").read_text(encoding="utf-8")
    assert re.findall(r"package-ecosystem: (\S+)", text) == ["npm", "pip", "github-actions"]
    ignored = re.findall(r"dependency-name: \"?([^\"\n]+)", text)
    assert sorted(ignored) == ["@pyscript/core", "numpy", "pyodide"]
