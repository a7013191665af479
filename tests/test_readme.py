"""What the README says is so."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from binadd.__main__ import parser
from binadd.driver import SLICE

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
PACKAGE = (ROOT / "PACKAGE.md").read_text()
EXAMPLES = re.findall(
    r"^\$ python -m (binadd .+)\n((?:(?!\$|```).*\n)*)", README + PACKAGE, re.MULTILINE
)


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


def test_everything_in_the_map_is_there():
    rows = re.findall(r"^\| (`(?:binadd|web|builder|tests)/.*?) \|", README, re.MULTILINE)
    assert rows
    for row in rows:
        first, *others = re.findall(r"`(.+?)`", row)
        folder = (ROOT / first) if first.endswith("/") else (ROOT / first).parent
        assert (ROOT / first).exists(), first
        for name in others:
            assert (folder / name).exists(), name


def test_a_slice_of_work_is_as_long_as_it_says():
    assert f"slices of about {1000 * SLICE:.0f} ms" in re.sub(r"\s+", " ", README)


def test_every_option_of_a_command_that_it_names_is_there():
    helps = " ".join(
        command.format_help()
        for action in parser()._actions
        for command in (getattr(action, "choices", None) or {}).values()
    )
    told = README[README.index("## In a terminal") : README.index("## How the network adds")]
    for option in set(re.findall(r"(?<![\w-])--[a-z]+", told)) - {"--help"}:
        assert option in helps, option


def test_the_program_in_the_description_of_the_package_does_what_it_says():
    (program,) = re.findall(r"```python\n(.*?)```", PACKAGE, re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "1.0\nproved\n"


def test_nothing_is_installed_outside_of_a_virtual_environment():
    for text in (README, PACKAGE):
        installs = [match.start() for match in re.finditer(r"^\$ pip install", text, re.MULTILINE)]
        assert installs
        for place in installs:
            assert re.search(r"-m venv (\w+)\n\$ \. \1/bin/activate\n\Z", text[:place])


def test_the_readable_lines_are_about_as_many_as_the_description_says():
    lines = [len((ROOT / "binadd" / name).read_text().splitlines()) for name in ("network.py",)]
    (told,) = re.findall(r"(\d+) readable lines", PACKAGE)
    assert abs(int(told) - sum(lines)) <= 20
