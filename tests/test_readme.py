"""What the README says is so."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from binadd.__main__ import parser
from binadd.live.driver import SLICE
from tests.test_boundaries import MODULES, ROOMS, inner, room_of

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


def rows_of_the_map():
    """The folder and the modules of each row about the package; … is the folder of before."""
    folder = None
    rows = re.findall(r"^\| (`binadd/(?:\w+/)?`|…) ([\w, ]+) \|", README, re.MULTILINE)
    for where, names in rows:
        folder = folder if where == "…" else where.strip("`/")
        yield folder, names.split(", ")


def test_the_map_has_the_rooms_in_the_order_in_which_they_may_use_each_other():
    assert tuple(dict.fromkeys(folder for folder, _ in rows_of_the_map())) == ROOMS


def test_the_map_names_every_module_in_its_room():
    named = {(folder, name) for folder, names in rows_of_the_map() for name in names}
    assert named == {(room_of(path), path.stem) for path in MODULES if path.stem != "__main__"}


def test_each_row_of_the_map_uses_the_rows_above_it_and_never_those_below():
    rows = [set(names) for _, names in rows_of_the_map()]
    for path in MODULES:
        wanted = {name.rpartition(".")[2] for name in inner(path)}
        above = next(
            (at for at, names in enumerate(rows, start=1) if path.stem in names), len(rows)
        )
        assert wanted <= set().union(*rows[:above]), path


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
