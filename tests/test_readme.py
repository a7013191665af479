"""What the README says is so."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
EXAMPLES = re.findall(r"^\$ python -m (binadd .+)\n((?:(?!\$|```).*\n)*)", README, re.MULTILINE)


def test_there_is_an_example_to_check():
    assert EXAMPLES


@pytest.mark.parametrize(("command", "printed"), EXAMPLES)
def test_an_example_prints_what_the_readme_shows(command, printed):
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout == printed


def test_every_file_that_is_linked_exists():
    links = re.findall(r"\]\((?!https?://)([^)#]+)\)", README)
    assert links
    for link in links:
        assert (ROOT / link).exists(), link


def test_the_map_names_every_module_of_the_package():
    rows = README[README.index("## The map") : README.index("## How it is tested")]
    named = set(re.findall(r"\w+", rows))
    modules = {path.stem for path in (ROOT / "binadd").glob("*.py")}
    assert modules - named == {"__init__"}
