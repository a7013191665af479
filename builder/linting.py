"""Every linter, formatter and type checker, one after the other."""

from pathlib import Path

from builder import node, venv
from builder.commands import status
from builder.guard import one_at_a_time
from builder.places import MODULES, ROOT, WEB
from builder.report import say

Command = list[str | Path]
PYTHON_SOURCES = ("binadd", "builder", "tests", "web", "build.py")


def lint(fix: bool = False) -> int:
    """Run all checks, also after one failed; with `fix`, repair first what tools can repair."""
    with one_at_a_time():
        python = venv.ensure("build", "test", "lint")
        node.ensure_packages()
        node.ensure_node()
    for command in repairs(python) if fix else []:
        status(command)
    failed = [name for name, command in checks(python).items() if not _passes(name, command)]
    say(f"Failed: {', '.join(failed)}" if failed else "All linters passed")
    return 1 if failed else 0


def checks(python: Path) -> dict[str, Command]:
    """Return name -> command of each check."""
    ruff: Command = [python, "-m", "ruff"]
    # Editors find the types through tsconfig.json; here the cache may lie elsewhere.
    types: Command = ["--project", WEB, "--typeRoots", MODULES]
    return {
        "ruff check": [*ruff, "check", "--quiet", *PYTHON_SOURCES],
        "ruff format": [*ruff, "format", "--check", "--quiet", "--diff", *PYTHON_SOURCES],
        "mypy": [python, "-m", "mypy", "--no-error-summary"],
        "tsc": [node.tool("tsc"), "--noEmit", "--checkJs", *types],
        "biome": [node.tool("biome"), "check", *_biome_options()],
        "html-validate": [node.tool("html-validate"), "--config", _html_rules(), *_pages()],
    }


def repairs(python: Path) -> list[Command]:
    """Return the commands that repair formatting and simple findings."""
    return [
        [python, "-m", "ruff", "check", "--quiet", "--fix", *PYTHON_SOURCES],
        [python, "-m", "ruff", "format", "--quiet", *PYTHON_SOURCES],
        [node.tool("biome"), "check", "--write", *_biome_options()],
    ]


def _passes(name: str, command: Command) -> bool:
    say(f"Checking with {name}")
    return status(command, cwd=ROOT) == 0


def _biome_options() -> Command:
    return [f"--config-path={WEB}", "--error-on-warnings", WEB]


def _html_rules() -> Path:
    return WEB / ".htmlvalidate.json"


def _pages() -> Command:
    return [*sorted(WEB.glob("*.html"))]
