"""The local server: what it answers, where it listens, and how it ends."""

import os
import re
import signal
import socket
import struct
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.places import ROOT
from builder.report import BuildError
from builder.serve import HOST, SiteServer, bind, has_screen, in_background
from builder.unkept import Unkept

TYPES = {
    "page.html": "text/html; charset=utf-8",
    "style.css": "text/css; charset=utf-8",
    "main.js": "text/javascript; charset=utf-8",
    "pyodide-boot.mjs": "text/javascript; charset=utf-8",
    "lock.json": "application/json",
    "core.wasm": "application/wasm",
    "numpy.whl": "application/octet-stream",
    "stdlib.zip": "application/zip",
    "worker.py": "text/x-python; charset=utf-8",
    "noextension": "application/octet-stream",
}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SiteServer]:
    with in_background(tmp_path) as serving:
        yield serving


@pytest.mark.parametrize("name", TYPES)
def test_every_kind_of_file_has_its_content_type(
    server: SiteServer, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(b"content")
    with urllib.request.urlopen(server.address + name) as answer:
        assert answer.headers["Content-Type"] == TYPES[name]
        assert answer.headers["Cache-Control"] == "no-cache"
        assert answer.read() == b"content"


def test_a_folder_is_not_listed(server: SiteServer, tmp_path: Path) -> None:
    (tmp_path / "pyodide").mkdir()
    with pytest.raises(urllib.error.HTTPError, match="404") as refused:
        urllib.request.urlopen(server.address + "pyodide/")
    refused.value.close()


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_wrong_address_is_answered_by_the_sites_own_page(
    server: SiteServer, tmp_path: Path, method: str
) -> None:
    (tmp_path / "404.html").write_bytes(b"not here")
    asked = urllib.request.Request(server.address + "a/b", method=method)
    with pytest.raises(urllib.error.HTTPError, match="404") as refused:
        urllib.request.urlopen(asked)
    assert refused.value.headers["Content-Type"] == TYPES["page.html"]
    assert refused.value.read() == (b"not here" if method == "GET" else b"")
    refused.value.close()


def test_a_port_that_is_taken_makes_way_for_the_next_free_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with SiteServer(tmp_path) as first, bind(tmp_path, first.server_port) as second:
        assert second.server_port > first.server_port
        expected = f"Port {first.server_port} is taken; using {second.server_port}\n"
        assert capsys.readouterr().out == expected


def fetched(address: str) -> bytes:
    with urllib.request.urlopen(address) as answer:
        return bytes(answer.read())


@pytest.mark.parametrize("path", ["", "index.html", "binadd/", "index.html?embed=grid"])
def test_whoever_works_on_the_page_gets_it_with_a_mark_and_no_service_worker(
    tmp_path: Path, path: str
) -> None:
    (tmp_path / "binadd").mkdir()
    for file in ("index.html", "binadd/index.html"):
        (tmp_path / file).write_bytes(b'<html lang="en"><p>')
    (tmp_path / "service-worker.js").write_bytes(b"keep();")
    (tmp_path / "main.js").write_bytes(b"<html ")
    with in_background(tmp_path, Unkept) as serving:
        assert fetched(serving.address + path) == b'<html data-offline="off" lang="en"><p>'
        assert b"unregister" in fetched(f"{serving.address}service-worker.js")
        assert fetched(f"{serving.address}main.js") == b"<html "


@pytest.mark.parametrize(
    ("host", "first"),
    [
        ("127.0.0.1", "http://127.0.0.1:"),
        ("localhost", "http://localhost:"),
        ("0.0.0.0", "http://127.0.0.1:"),
        ("::1", "http://[::1]:"),
        ("[::1]", "http://[::1]:"),
        ("::", "http://[::1]:"),
    ],
)
def test_a_host_is_told_as_it_can_be_typed_and_answers_there(
    tmp_path: Path, host: str, first: str
) -> None:
    (tmp_path / "index.html").write_bytes(b"here")
    try:
        server = bind(tmp_path, 0, host=host)
    except BuildError:
        pytest.skip(f"this machine has no {host}")
    with server:
        threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
        assert server.address == f"{first}{server.server_port}/"
        assert [fetched(address) for address in server.addresses] == [b"here"] * len(
            server.addresses
        )
        server.shutdown()


def test_a_browser_that_hangs_up_early_leaves_no_traceback(
    server: SiteServer, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "large.bin").write_bytes(bytes(20_000_000))
    before = set(threading.enumerate())
    with socket.create_connection((HOST, server.server_port)) as client:
        reset = struct.pack("ii", 1, 0)
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, reset)
        client.sendall(b"GET /large.bin HTTP/1.1\r\nHost: here\r\n\r\n")
        client.recv(1000)
    for handler in set(threading.enumerate()) - before:
        handler.join()
    assert capfd.readouterr().err == ""


def test_an_error_of_our_own_is_still_reported(
    server: SiteServer, capfd: pytest.CaptureFixture[str]
) -> None:
    try:
        raise ValueError("ours")
    except ValueError:
        server.handle_error(None, None)
    assert "ValueError: ours" in capfd.readouterr().err


def test_a_browser_is_opened_only_where_there_is_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not has_screen()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert has_screen()


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_the_command_serves_the_site_and_ends_cleanly(ending: signal.Signals) -> None:
    without_screen = {**os.environ, "BROWSER": "true"}
    without_screen.pop("DISPLAY", None)
    without_screen.pop("WAYLAND_DISPLAY", None)
    with subprocess.Popen(
        [sys.executable, ROOT / "build.py", "serve"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=without_screen,
    ) as process:
        assert process.stdout
        lines = iter(process.stdout.readline, "")
        address = next(line.strip() for line in lines if re.match(r"http://127.0.0.1:\d+/$", line))
        with urllib.request.urlopen(address + "pyodide/pyodide-lock.json") as answer:
            assert answer.status == 200
        process.send_signal(ending)
        try:
            rest, _ = process.communicate(timeout=60)
        finally:
            process.kill()
    assert rest.strip() == "Stopped"
    assert process.returncode == 0
