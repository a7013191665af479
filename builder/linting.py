"""Every linter, formatter and type checker, one after the other."""

from pathlib import Path
from typing import NamedTuple

from builder import node, site, venv
from builder.commands import Command, status
from builder.guard import one_at_a_time
from builder.places import DIST, MODULES, ROOT, WEB
from builder.report import say

HOSTING = {  # schema, as the tool calls it -> the files that must follow it
    "vendor.github-workflows": ".github/workflows/*.yml",
    "vendor.dependabot": ".github/dependabot.yml",
}
PYTHON_SOURCES = ("binadd", "builder", "tests", "web", "build.py")


class Check(NamedTuple):
    """One tool: what it is called, its command, and the folder it runs in."""

    name: str
    command: Command
    folder: Path = ROOT

    def passes(self) -> bool:
        """Run the tool; it prints what it finds."""
        say(f"Checking with {self.name}")
        return status(self.command, cwd=self.folder) == 0


def lint(fix: bool = False) -> int:
    """Run all checks, also after one failed; with `fix`, repair first what tools can repair."""
    with one_at_a_time():
        python = venv.ensure("build", "test", "lint")
        node.ensure_packages()
        node.ensure_node()
        site.build()  # its pages are checked as they are served
    for repair in repairs(python) if fix else []:
        repair.passes()
    failed = [check.name for check in checks(python) if not check.passes()]
    say(f"Failed: {', '.join(failed)}" if failed else "All linters passed")
    return 1 if failed else 0


def checks(python: Path) -> list[Check]:
    """Return all checks, Python's first."""
    ruff: Command = [python, "-m", "ruff"]
    pages: Command = ["--config", WEB / ".htmlvalidate.json", *sorted(DIST.glob("*.html"))]
    # Editors find the types through tsconfig.json; here the cache may lie elsewhere.
    types: Command = ["--noEmit", "--checkJs", "--typeRoots", MODULES]
    return [
        *(hosting_check(python, *each) for each in HOSTING.items()),
        Check("ruff check", [*ruff, "check", "--quiet", *PYTHON_SOURCES]),
        Check("ruff format", [*ruff, "format", "--quiet", "--diff", *PYTHON_SOURCES]),
        Check("mypy", [python, "-m", "mypy", "--no-error-summary"]),
        Check("tsc", [node.tool("tsc"), *types], WEB),
        Check("biome", [node.tool("biome"), "check", "--error-on-warnings"], WEB),
        Check("html-validate", [node.tool("html-validate"), *pages], WEB),
    ]


def hosting_check(python: Path, schema: str, pattern: str) -> Check:
    """Return the check of what the host of the repository reads; it needs no network."""
    tool: Command = [python, "-m", "check_jsonschema", "--quiet", f"--builtin-schema={schema}"]
    return Check(schema.removeprefix("vendor."), [*tool, *sorted(ROOT.glob(pattern))])


def repairs(python: Path) -> list[Check]:
    """Return what repairs formatting and simple findings."""
    ruff: Command = [python, "-m", "ruff"]
    return [
        Check("ruff, repairing", [*ruff, "check", "--quiet", "--fix", *PYTHON_SOURCES]),
        Check("ruff, formatting", [*ruff, "format", "--quiet", *PYTHON_SOURCES]),
        Check("biome, repairing", [node.tool("biome"), "check", "--write"], WEB),
    ]
