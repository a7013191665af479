"""How the page gets to a host: the workflow that publishes it, and what the host reads."""

import gzip
import re
import sys
from pathlib import Path

import pytest

from builder import features
from builder.cli import parser
from builder.linting import HOSTING, Check, hosting_check
from builder.places import DIST, ROOT, WEB

GITHUB = ROOT / ".github"
DEPLOY = (GITHUB / "workflows" / "deploy.yml").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
STAGE = (WEB / "features" / "stage" / "wire.js").read_text(encoding="utf-8")


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


def test_the_readme_names_all_panels_and_no_others() -> None:
    named = re.search(r"The panels are (.+?)\. One", README, re.DOTALL)
    assert named
    panels = [panel for _, *rest in features.listed(WEB) for panel in rest]
    assert re.findall(r"`([\w-]+)`", named[1]) == panels


def test_the_readme_tells_how_long_the_stage_waits() -> None:
    patience = re.search(r"const PATIENCE = (\d+)", STAGE)
    assert patience
    told = re.sub(r"\s+", " ", README)
    assert f"After {patience[1]} seconds without a sign of anybody it begins again" in told


def test_every_address_in_the_site_is_relative() -> None:
    for page in DIST.glob("*.html"):
        if page.name == "404.html":  # it is served from every depth
            continue
        addresses = re.findall(r'(?:href|src)="([^"]*)"', page.read_text(encoding="utf-8"))
        assert not [each for each in addresses if each.startswith("/")], page.name


def test_compression_saves_more_than_half_of_what_can_be_compressed() -> None:
    ends = ("wasm", "mjs", "js", "css", "html", "json")
    files = [file.read_bytes() for end in ends for file in DIST.rglob(f"*.{end}")]
    assert 2 * sum(len(gzip.compress(file, 6)) for file in files) < sum(map(len, files))


def test_the_first_paint_waits_for_little_and_for_no_other_file() -> None:
    page = (DIST / "index.html").read_text(encoding="utf-8")
    story = page[: page.index('id="story-next"')]  # a first visit is shown it when that is there
    assert len(gzip.compress(story.encode(), 6)) < 40_000
    assert 'rel="stylesheet"' not in page
    scripts = re.findall(r"<script([^>]*)\ssrc=", page)
    assert scripts
    assert all("defer" in each or 'type="module"' in each for each in scripts)


def test_contributing_links_to_files_that_exist() -> None:
    links = re.findall(r"\]\((?!https?://)([^)#]+)\)", CONTRIBUTING)
    assert links
    assert not [link for link in links if not (ROOT / link).exists()]


def test_contributing_tells_commands_that_there_are() -> None:
    commands = re.findall(r"^python3 build\.py (\w+)(?: (--\w+))?", CONTRIBUTING, re.M)
    assert commands
    for command, option in commands:
        parser().parse_known_args([command, *filter(None, [option])])
