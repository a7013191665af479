"""The site that build.py makes: what is in it, and that making it again changes nothing."""

import ast
import hashlib
import json
import re
import runpy
import sys
from pathlib import Path

import pytest

from builder import binadd_wheel, digests, manifest, pyscript, repack, site, venv, version
from builder.addresses import address
from builder.places import MODULES, ROOT
from tests.built import Loaded, page


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site.build(tmp_path_factory.mktemp("dist"))


def contents(folder: Path) -> dict[str, str]:
    """Return the digest of every file by its path inside the folder."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {file.relative_to(folder).as_posix(): digests.of_file(file) for file in files}


def test_two_builds_give_the_same_bytes(dist: Path, tmp_path: Path) -> None:
    source = binadd_wheel.build(tmp_path / "wheel")
    wheel = repack.ensure(
        source, repack.PACKAGES, MODULES / "pyodide", repack.KEEP_SOURCES, folder=tmp_path
    )
    again = {**site.plan(), f"pyodide/{wheel.name}": wheel}
    site.write(again, tmp_path / "dist")
    assert contents(tmp_path / "dist") == contents(dist)


def test_a_second_build_runs_no_program_and_writes_nothing(
    dist: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commit = version.commit()  # asks git, which is quick
    monkeypatch.setattr(version, "commit", lambda: commit)
    monkeypatch.setattr("subprocess.run", lambda *_args, **_kw: pytest.fail("ran a program"))
    monkeypatch.setattr("urllib.request.urlopen", lambda *_a, **_k: pytest.fail("used the network"))
    before = {file: file.stat().st_mtime_ns for file in dist.rglob("*")}
    site.build(dist)
    assert {file: file.stat().st_mtime_ns for file in dist.rglob("*")} == before
    assert capsys.readouterr().out.endswith(" 0 changed\n")


def test_a_changed_file_is_the_only_one_written_again(tmp_path: Path) -> None:
    site.write({"index.html": b"old", "main.js": b"same", "gone.js": b"x"}, tmp_path)
    assert site.write({"index.html": b"new", "main.js": b"same"}, tmp_path) == 2
    assert (tmp_path / "index.html").read_bytes() == b"new"
    assert sorted(contents(tmp_path)) == ["index.html", "main.js"]


def test_a_damaged_file_of_the_site_is_repaired(dist: Path) -> None:
    wasm = dist / "pyodide" / "pyodide.asm.wasm"
    whole = wasm.read_bytes()
    wasm.write_bytes(whole[:1000])
    site.build(dist)
    assert wasm.read_bytes() == whole


def test_the_runtime_is_exactly_what_the_page_needs(dist: Path) -> None:
    names = {re.sub(r"-[\w-]{8}\.js$", "-*.js", name) for name in contents(dist)}
    assert {name for name in names if name.startswith("pyscript/")} == {
        "pyscript/core.js",
        "pyscript/core-*.js",
        "pyscript/error-*.js",
    }
    pyodide = {path.name.split("-")[0] for path in (dist / "pyodide").iterdir()}
    core = {"pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"}
    assert pyodide == {*core, "memory.image", "pyodide", "numpy", "binadd"}


def test_every_page_file_is_in_the_site_and_no_tool_file(dist: Path) -> None:
    own = {name for name in contents(dist) if not name.startswith(("pyscript/", "pyodide/"))}
    suffixes = (".mjs", ".py", ".svg")  # of modules test_bundle tells, of styles test_sheets
    files = {path for path in (ROOT / "web").rglob("*") if path.name.endswith(suffixes)}
    files |= set((ROOT / "web").glob("*.html"))
    served = {address(path.relative_to(ROOT / "web").as_posix()) for path in files}
    assert served - set(site.INLINE_ALONE) <= own
    assert {name for name in own if name.endswith((".html", ".css"))} == {
        *("index.html", "bench.html", "licences.html", "teach.html", "404.html"),
        *("bench.css", "licences.css", "teach.css"),
    }
    tooling = ("package", "config", ".test.")
    assert not [name for name in own if name[0] == "." or any(part in name for part in tooling)]


def test_the_trimmed_lock_names_the_files_that_are_there(dist: Path) -> None:
    lock = json.loads((dist / "pyodide" / "pyodide-lock.json").read_text())
    assert sorted(lock["packages"]) == ["binadd", "numpy"]
    assert lock["info"]["abi_version"] == "2026_0"
    assert lock["packages"]["binadd"]["depends"] == ["numpy"]
    for entry in lock["packages"].values():
        assert digests.of_file(dist / "pyodide" / entry["file_name"]) == entry["sha256"]


def test_the_page_knows_the_true_size_and_digest_of_every_file_that_starts_python(
    dist: Path,
) -> None:
    listed = json.loads((dist / "files.json").read_text())
    assert {"pyodide/pyodide.asm.wasm", "pyscript/core.js", "worker.py"} <= listed.keys()
    for name, told in listed.items():
        with (dist / name).open("rb") as file:
            parts = list(iter(lambda: file.read(manifest.PART), b""))
        assert told["bytes"] == sum(map(len, parts))
        assert told["sha256"] == [hashlib.sha256(part).hexdigest() for part in parts]


def test_the_page_and_the_native_tests_use_the_same_numpy(dist: Path) -> None:
    lock = json.loads((dist / "pyodide" / "pyodide-lock.json").read_text())
    assert f"numpy=={lock['packages']['numpy']['version']}" in venv.pins("test")


@pytest.mark.parametrize("name", ["index.html", "bench.html", "licences.html", "teach.html"])
def test_every_file_that_a_page_asks_for_is_in_the_site(dist: Path, name: str) -> None:
    asked = [each for each in Loaded(page(name)).addresses if each.startswith("./")]
    assert len(asked) > 2
    assert [each for each in asked if not (dist / each).is_file()] == []


def test_the_page_asks_early_for_what_pyscript_begins_with(dist: Path) -> None:
    asked = Loaded(page("index.html")).addresses
    core = [each.removeprefix("./") for each in asked if each.startswith("./pyscript/")]
    assert core == pyscript.core(contents(dist))
    assert core[0] == "pyscript/core.js"
    assert len(core) == 2


def test_an_older_python_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    ast.parse((ROOT / "build.py").read_text(), feature_version=(3, 4))
    monkeypatch.setattr(sys, "version_info", (3, 10, 0))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer"):
        runpy.run_path(str(ROOT / "build.py"))
