"""What the sources may not be: long; nor may they say a package registry, or a foreign address."""

import ast
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.places import ROOT, WEB
from tests.built import Loaded, page

# Written in two halves, so that this file does not say them either.
REGISTRIES = [
    f"{name}.{end}"
    for name, end in (
        ("pypi", "org"),
        ("python" + "hosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("npmmirror", "com"),
        ("debian", "org"),
    )
]
LONGEST_FILE, LONGEST_FUNCTION = 200, 40  # lines
MEASURED = [
    *sorted((ROOT / "binadd").rglob("*.py")),
    *sorted((ROOT / "builder").rglob("*.py")),
]
SVG_NAMESPACE = "http://www.w3.org/2000/svg"  # a name, never fetched


def tracked() -> list[Path]:
    """Return every file that git knows or would take."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in names.split("\0") if name and (ROOT / name).is_file()]


def page_sources(*suffixes: str) -> list[Path]:
    return [path for path in sorted(WEB.rglob("*")) if path.name.endswith(suffixes)]


def lines_of(text: str) -> int:
    """The lines of a Python source, its docstrings aside: prose may be as long as it must be."""
    lines = len(text.splitlines())
    for node in ast.walk(ast.parse(text)):
        documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
        if isinstance(node, documented) and ast.get_docstring(node):
            lines -= (node.body[0].end_lineno or 0) - node.body[0].lineno + 1
    return lines


def functions_of(text: str) -> Iterator[tuple[str, int]]:
    """The functions of a Python source, and how many lines each has, all that it says included."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or 0) - node.lineno + 1


LINES = {".py": lines_of}  # by the language
FUNCTIONS = {".py": functions_of}


@pytest.mark.parametrize("path", MEASURED, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_no_file_and_no_function_is_long(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert LINES[path.suffix](text) <= LONGEST_FILE
    assert [found for found in FUNCTIONS[path.suffix](text) if found[1] > LONGEST_FUNCTION] == []


def test_prose_is_not_counted_and_code_is() -> None:
    assert lines_of('"""One\n\ntwo."""\nx = """a\n\nb\n"""\n\ndef f():\n    """F."""\n') == 6
    assert [*functions_of("class A:\n    def f(self):\n        def g():\n            pass\n")] == [
        ("f", 3),
        ("g", 2),
    ]


def test_no_file_names_the_host_of_a_package_registry() -> None:
    files = tracked()
    assert ROOT / "web" / "package-lock.json" in files
    texts = {path: path.read_bytes().decode("utf-8", "replace") for path in files}
    assert [
        (path, host) for path, text in texts.items() for host in REGISTRIES if host in text
    ] == []


def test_the_lock_records_digests_but_no_place_to_download_from() -> None:
    packages = json.loads((WEB / "package-lock.json").read_text())["packages"]
    fetched = [entry for name, entry in packages.items() if name]
    assert len(fetched) > 20
    assert all(entry["integrity"].startswith("sha512-") for entry in fetched)
    assert not [entry for entry in fetched if "resolved" in entry]


@pytest.mark.parametrize("path", page_sources(".js", ".mjs", ".css", ".py"), ids=lambda p: p.name)
def test_no_script_or_style_of_the_page_has_a_foreign_address(path: Path) -> None:
    addresses = re.findall(r"""https?://[^\s"'`)<>]+""", path.read_text(encoding="utf-8"))
    assert set(addresses) <= {SVG_NAMESPACE}


@pytest.mark.parametrize("name", sorted(page.name for page in WEB.glob("*.html")))
def test_no_page_loads_anything_from_elsewhere(name: str) -> None:
    addresses = Loaded(page(name)).addresses
    assert [found for found in addresses if re.match(r"(https?:)?//", found)] == []


def test_the_check_for_foreign_addresses_can_fail() -> None:
    page = '<a href="https://far.example">read</a><script src="//far.example/x.js"></script>'
    assert Loaded(page).addresses == ["//far.example/x.js"]
