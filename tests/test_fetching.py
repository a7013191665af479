"""Fetching: wrong bytes are refused, and whatever was cut off heals on the next run."""

import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from builder import digests, download, node, numpy_wheel, runtime, venv
from builder.places import MODULES, WHEELS
from builder.report import BuildError
from builder.serve import in_background

NUMPY = runtime.read_lock(MODULES / "pyodide")["packages"]["numpy"]
NAME, DIGEST = NUMPY["file_name"], NUMPY["sha256"]


def good(name: str, target: Path) -> None:
    """A source with the right wheel."""
    shutil.copy(WHEELS / name, target)


def damaged(name: str, target: Path) -> None:
    """A source whose wheel has one wrong bit."""
    content = bytearray((WHEELS / name).read_bytes())
    content[len(content) // 2] ^= 1
    target.write_bytes(content)


def out_of_reach(_name: str, _target: Path) -> None:
    """A source that cannot be reached."""
    raise BuildError("out of reach")


def test_a_damaged_numpy_wheel_is_refused_naming_both_digests(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damaged(NAME, tmp_path / "copy")
    wrong = digests.of_file(tmp_path / "copy")
    with pytest.raises(BuildError, match=f"no source has {NAME} with sha256 {DIGEST}"):
        numpy_wheel.fetch(NAME, DIGEST, tmp_path, (damaged,))
    expected = f"{NAME} is refused: its sha256 is {wrong}, it must be {DIGEST}"
    assert expected in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["copy"]


def test_the_next_source_is_asked_after_a_failure(tmp_path: Path) -> None:
    wheel = numpy_wheel.fetch(NAME, DIGEST, tmp_path, (out_of_reach, damaged, good))
    assert digests.of_file(wheel) == DIGEST


def test_a_damaged_wheel_in_the_cache_is_fetched_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged(NAME, tmp_path / NAME)
    with in_background(WHEELS) as cdn:
        monkeypatch.setattr(numpy_wheel, "CDN", cdn.address)
        assert digests.of_file(numpy_wheel.ensure(NUMPY, tmp_path)) == DIGEST


class CutOffOnce(BaseHTTPRequestHandler):
    """Promises 10 bytes; the first answer breaks off after 4, later ones are whole."""

    asked = 0

    def do_GET(self) -> None:
        type(self).asked += 1
        self.send_response(200)
        self.send_header("Content-Length", "10")
        self.end_headers()
        self.wfile.write(b"0123" if self.asked == 1 else b"0123456789")

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture
def unsteady() -> Iterator[str]:
    CutOffOnce.asked = 0
    with HTTPServer(("127.0.0.1", 0), CutOffOnce) as server:
        threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/file"
        server.shutdown()


def test_a_download_that_breaks_off_leaves_nothing_and_heals(tmp_path: Path, unsteady: str) -> None:
    with pytest.raises(BuildError, match=r"could not be fetched: .*(4 of 10|4 bytes)"):
        download.fetch(unsteady, tmp_path / "file")
    assert list(tmp_path.iterdir()) == []
    download.fetch(unsteady, tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == b"0123456789"


class Commands:
    """Stands in for running programs: notes them, and fails where it is told to."""

    def __init__(self, creates: Path) -> None:
        self.creates, self.failing, self.seen = creates, "", list[str]()

    def __call__(self, command: list[object], cwd: Path | None = None) -> None:
        self.seen.append(" ".join(str(word) for word in command))
        self.creates.parent.mkdir(parents=True, exist_ok=True)
        self.creates.touch()
        if self.failing and self.failing in self.seen[-1]:
            raise KeyboardInterrupt


def test_a_half_made_virtual_environment_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = Commands(creates=tmp_path / "bin" / "python")
    monkeypatch.setattr(venv, "run", commands)
    monkeypatch.setattr(venv, "pip", lambda _python, *words: commands(["pip", *words]))
    monkeypatch.setattr(venv, "absent", lambda _pins: [])
    monkeypatch.setattr(venv, "VENV", tmp_path)
    monkeypatch.setattr(venv, "PYTHON", tmp_path / "bin" / "python")
    monkeypatch.setattr(venv, "MADE", tmp_path / "made.stamp")
    monkeypatch.setattr(venv, "BUSY", tmp_path / "busy")
    commands.failing = "pip install"
    with pytest.raises(KeyboardInterrupt):
        venv.ensure("build")
    (tmp_path / "half-installed").touch()
    commands.failing, commands.seen = "", []
    venv.ensure("build")
    assert [("-m venv" in line, "flit_core" in line) for line in commands.seen] == [
        (True, False),
        (False, True),
    ]
    assert not (tmp_path / "half-installed").exists()
    commands.seen = []
    venv.ensure("build")
    assert commands.seen == []


def test_a_half_made_node_modules_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = Commands(creates=tmp_path / "node_modules" / "half")
    monkeypatch.setattr(node, "run", commands)
    monkeypatch.setattr(node, "_npm", lambda: "npm")
    monkeypatch.setattr(node, "NPM", tmp_path)
    monkeypatch.setattr(node, "MODULES", tmp_path / "node_modules")
    monkeypatch.setattr(node, "STAMP", tmp_path / "stamp")
    commands.failing = "npm ci"
    with pytest.raises(KeyboardInterrupt):
        node.ensure_packages()
    commands.failing = ""
    with pytest.raises(BuildError, match=r"npm has not put node_modules/.* into"):
        node.ensure_packages()
    monkeypatch.setattr(node, "absent", lambda _folder: [])
    node.ensure_packages()
    node.ensure_packages()
    assert len(commands.seen) == 3


@pytest.mark.parametrize(
    ("shown", "number"), [("v20.20.2\n", 20), ("v8.0.0", 8), ("", 0), ("unknown", 0)]
)
def test_the_version_of_node_is_read_from_what_it_prints(shown: str, number: int) -> None:
    assert node.major(shown) == number


def test_an_old_node_is_passed_over_for_the_python_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("node", "npm"):
        (tmp_path / name).write_text("#!/bin/sh\necho v18.20.0\n")
        (tmp_path / name).chmod(0o755)
    asked: list[str] = []
    monkeypatch.setattr(node, "environment", lambda: {"PATH": str(tmp_path)})
    monkeypatch.setattr(venv, "ensure", asked.append)
    node.ensure_node()
    assert asked == ["node"]
    assert subprocess.run([tmp_path / "node"], capture_output=True, check=True).stdout
