"""Python's files in bytecode: the same bytes each time, all that is needed, nothing hidden."""

import json
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from builder import bytecode, digests, node, repack, site
from builder.places import MODULES, ROOT, WHEELS
from builder.report import BuildError

PYODIDE = MODULES / "pyodide"
GOLDEN = json.loads((ROOT / "tests" / "golden" / "seed0_every_100.json").read_text())["every_100"]


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site.build(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def inside(dist: Path) -> dict[str, Any]:
    """What repacked.py finds in the site's own Python, run by Node."""
    command = ["node", ROOT / "tests" / "in_pyodide.mjs", dist / "pyodide", "plain"]
    program = (ROOT / "tests" / "repacked.py").read_text()
    done = subprocess.run(command, input=program, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A small package with a date of its own."""
    path = tmp_path / "small.whl"
    with zipfile.ZipFile(path, "w") as opened:
        opened.writestr("small/words.py", '"""Words."""\nWORDS = {"a", "b", "c"}\n')
        opened.writestr("small/words.pyi", "WORDS: set[str]\n")
        opened.writestr("small-1.dist-info/METADATA", "Name: small\n")
        opened.writestr("small-1.dist-info/RECORD", "")
    return path


def test_repacking_again_gives_the_same_bytes(archive: Path, tmp_path: Path) -> None:
    folders = [tmp_path / "first", tmp_path / "second"]
    made = [repack.ensure(archive, "/packages", PYODIDE, folder=folder) for folder in folders]
    assert made[0].read_bytes() == made[1].read_bytes()
    with zipfile.ZipFile(made[0]) as opened:
        assert opened.namelist() == ["small-1.dist-info/METADATA", "small/words.pyc"]
        assert {entry.date_time for entry in opened.infolist()} == {bytecode.FIRST_DAY}


def test_only_a_changed_or_damaged_file_is_repacked(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs: list[str] = []

    def copy(_script: Path, _pyodide: Path, old: Path, made: Path, *_rest: str) -> None:
        runs.append(old.name)
        shutil.copy(old, made)

    monkeypatch.setattr(node, "run_script", copy)
    made = repack.ensure(archive, "/here", PYODIDE, folder=tmp_path / "made")
    repack.ensure(archive, "/here", PYODIDE, folder=tmp_path / "made")
    assert len(runs) == 1
    made.write_bytes(b"damaged")
    repack.ensure(archive, "/here", PYODIDE, folder=tmp_path / "made")
    assert len(runs) == 2
    repack.ensure(archive, "/there", PYODIDE, folder=tmp_path / "made")
    archive.write_bytes(b"another")
    repack.ensure(archive, "/there", PYODIDE, folder=tmp_path / "made")
    assert len(runs) == 4


def test_a_source_that_does_not_compile_stops_the_build(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bad.whl", "w") as opened:
        opened.writestr("bad.py", "def\n")
    with pytest.raises(BuildError, match=r"bytecode\.mjs .*bad\.whl"):
        repack.ensure(tmp_path / "bad.whl", "/packages", PYODIDE, folder=tmp_path / "made")
    assert not list((tmp_path / "made").iterdir())


def test_numpy_is_the_wheel_that_was_verified_less_what_no_page_needs(dist: Path) -> None:
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text())["packages"]["numpy"]
    verified, ours = WHEELS / lock["file_name"], dist / "pyodide" / lock["file_name"]
    assert digests.of_file(verified) == lock["sha256"]
    with zipfile.ZipFile(verified) as before, zipfile.ZipFile(ours) as after:
        names = {name.replace(".pyc", ".py") for name in after.namelist()}
        assert names < set(before.namelist())
        assert all(name in names for name in before.namelist() if "licenses/LICENSE" in name)
        libraries = [name for name in names if name.endswith(".so")]
        assert len(libraries) == 12
        assert all(after.read(name) == before.read(name) for name in libraries)


def test_all_python_that_the_page_starts_with_comes_as_bytecode(inside: dict[str, Any]) -> None:
    files = inside["code_files"]
    assert {"json", "asyncio", "inspect", "numpy.random", "binadd.live.session"} <= files.keys()
    assert [name for name, file in files.items() if not file.endswith((".pyc", ".so"))] == []


def test_nothing_that_was_left_out_is_wanted_by_what_was_kept(inside: dict[str, Any]) -> None:
    assert inside["not_found"] == []


def test_a_training_run_gives_the_golden_figures(inside: dict[str, Any]) -> None:
    expected = [error for row, *_, error in GOLDEN if row <= 1000]
    assert inside["errors"] == pytest.approx(expected, abs=1e-10, rel=0)


def test_binadd_can_still_show_its_own_source(inside: dict[str, Any]) -> None:
    assert inside["source"] == (ROOT / "binadd" / "live" / "session.py").read_text()


def test_neither_columns_nor_documentation_are_shipped(inside: dict[str, Any]) -> None:
    assert inside["columns"] == [None]
    assert inside["documented"] == []


def test_numpys_younger_generators_are_imported_when_they_are_asked_for(
    inside: dict[str, Any],
) -> None:
    younger = inside["younger"]
    eager = ["_bounded_integers", "_common", "_mt19937", "bit_generator", "mtrand"]
    assert younger["before"] == eager
    assert younger["kinds"] == ["Generator", "PCG64", "SFC64"]
    assert younger["copy"] == np.random.RandomState(3).randint(99)
    assert not younger["unknown"]


def test_a_numpy_that_imports_them_otherwise_stops_the_build() -> None:
    with pytest.raises(ValueError, match=r"does not import _generator as it did"):
        bytecode.lazily("from ._generator import *\n")


def test_a_traceback_names_the_file_and_the_line(inside: dict[str, Any]) -> None:
    wheel = next(WHEELS.glob("numpy-*.whl"))
    places = [(PYODIDE / "python_stdlib.zip", repack.STDLIB), (wheel, repack.PACKAGES)]
    for (archive, place), (file, line) in zip(places, inside["frames"], strict=True):
        with zipfile.ZipFile(archive) as opened:
            source = opened.read(file.removeprefix(f"{place}/")).decode()
        assert source.splitlines()[line - 1].strip().startswith("raise ")
