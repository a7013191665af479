"""Functions and files stay short enough to be read at once; biome holds the same of the page's."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = ("binadd", "builder", "tests")
FILES = sorted(
    [ROOT / "build.py", *(file for each in FOLDERS for file in ROOT.glob(f"{each}/**/*.py"))]
)
NAMES = [path.relative_to(ROOT).as_posix() for path in FILES]
MOST_OF_A_FUNCTION = 40  # lines
MOST_OF_A_FILE = 200  # lines in which something stands


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_functions_and_files_are_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert sum(1 for line in text.splitlines() if line.strip()) <= MOST_OF_A_FILE
    functions = (
        part
        for part in ast.walk(ast.parse(text))
        if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    lengths = [(each.name, (each.end_lineno or 0) - each.lineno + 1) for each in functions]
    assert [each for each in lengths if each[1] > MOST_OF_A_FUNCTION] == []
