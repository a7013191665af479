"""Python from an image of its memory is the same Python; where there is none, it starts too."""

import json
import os
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from builder import binadd_wheel, digests, image, node, numpy_wheel, repack, runtime, site
from builder.places import MODULES, ROOT

PYODIDE = MODULES / "pyodide"
PROGRAM = (ROOT / "tests" / "imaged.py").read_text()
LATE = "Python fetches the rest of its files: import html\n"


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site.build(tmp_path_factory.mktemp("dist"))


def python(dist: Path, way: str, program: str, zone: str = "UTC") -> tuple[Any, str]:
    """What a program finds in the site's Python, and what the page would be told meanwhile."""
    done = subprocess.run(
        [node.program(), ROOT / "tests" / "in_pyodide.mjs", dist / "pyodide", way],
        input=program,
        env={**os.environ, "TZ": zone},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout), done.stderr


@pytest.fixture(scope="module")
def imaged(dist: Path) -> tuple[Any, str]:
    return python(dist, "image", PROGRAM, "Europe/Vienna")


@pytest.fixture(scope="module")
def plain(dist: Path) -> tuple[Any, str]:
    return python(dist, "plain", PROGRAM, "Europe/Vienna")


def test_both_ways_to_start_compute_the_same_numbers_and_know_the_same_world(
    imaged: tuple[Any, str], plain: tuple[Any, str]
) -> None:
    assert imaged[0]["same"] == plain[0]["same"]


def test_the_clock_and_its_zone_are_the_visitors(imaged: tuple[Any, str]) -> None:
    found = imaged[0]
    assert found["same"]["zone"] == ["UTC+0100", "UTC+0200", -3600, -7200, 1]
    for now in found["now"]:
        assert now == pytest.approx(time.time(), abs=600)


def test_chance_is_another_on_every_visit(dist: Path, imaged: tuple[Any, str]) -> None:
    drawing = PROGRAM[: PROGRAM.index("same = {")] + "found = again()"
    other, told = python(dist, "image", drawing)
    assert told == ""
    assert not set(other) & set(imaged[0]["again"])


def test_what_the_image_lacks_comes_once_when_it_is_imported(
    imaged: tuple[Any, str], plain: tuple[Any, str]
) -> None:
    late = imaged[0]["late"]
    assert imaged[1] == LATE
    assert late == plain[0]["late"]
    assert late["missing"] == "No module named 'nonsense'"
    assert late["drawn"] == pytest.approx(0.0856, abs=1e-4)
    assert late["version"] == "2.4.3"


def test_a_start_and_a_session_need_nothing_that_the_image_lacks(dist: Path) -> None:
    using = PROGRAM[: PROGRAM.index("same = {")] + "found = session()"
    found, told = python(dist, "image", using)
    assert len(set(found)) == 15
    assert "ask-refused" not in found
    assert told == ""


@pytest.mark.parametrize(
    ("way", "why"), [("broken", "data check"), ("foreign", "the heap begins at")]
)
def test_an_image_that_does_not_fit_is_left_alone_and_told_of(
    dist: Path, way: str, why: str
) -> None:
    found, told = python(dist, way, "found = [1 + 1]")
    assert found == [2]
    assert told.startswith("plain: ")
    assert why in told


def test_what_cannot_be_fetched_late_is_told_by_the_import_and_may_come_later(dist: Path) -> None:
    program = """
found = []
for _ in range(2):
    try:
        import html.parser
        found.append("imported")
    except ImportError as error:
        found.append(str(error))
"""
    found, _ = python(dist, "late-fault", program)
    assert found[0].startswith("import html: the rest of Python could not be fetched: ")
    assert "python_stdlib.zip is damaged, or is not of this version of the page" in found[0]
    assert found[1] == "imported"


def test_the_same_inputs_give_the_same_image(dist: Path, tmp_path: Path) -> None:
    numpy = numpy_wheel.ensure(runtime.read_lock(PYODIDE)["packages"]["numpy"])
    stdlib = repack.ensure(PYODIDE / runtime.STDLIB, repack.STDLIB, PYODIDE)
    wheels = (
        repack.ensure(numpy, repack.PACKAGES, PYODIDE),
        repack.ensure(binadd_wheel.ensure(), repack.PACKAGES, PYODIDE, repack.KEEP_SOURCES),
    )
    again = image.ensure(PYODIDE, stdlib, wheels, tmp_path)
    assert digests.of_file(again) == digests.of_file(dist / "pyodide" / image.NAME)
    assert str(ROOT).encode() not in (tmp_path / "header.bin").read_bytes()


def test_a_site_can_be_built_without(tmp_path: Path) -> None:
    folder = site.build(tmp_path / "plain", imaged=False)
    assert not (folder / "pyodide" / image.NAME).exists()
    assert "image" not in json.loads((folder / "pyodide" / "pyodide-lock.json").read_text())
    listed = json.loads((folder / "files.json").read_text())
    assert {"only" in about for about in listed.values()} == {False}
    found, told = python(folder, "image", "found = [1 + 1]")
    assert (found, told) == ([2], "")
