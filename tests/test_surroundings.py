"""Somebody's own settings change neither what the builder's tools make nor where they make it."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from builder import commands, node, options, pip, report, stamps, surroundings, venv
from builder.cli import main, parser
from builder.places import NPM, PYTHON, ROOT

NETWORK = {  # where packages come from, and how to reach it
    "PIP_INDEX_URL": "https://packages.example/simple",
    "PIP_EXTRA_INDEX_URL": "https://more.example/simple",
    "PIP_CERT": "/certificates.pem",
    "PIP_TRUSTED_HOST": "packages.example",
    "HTTPS_PROXY": "http://proxy.example:3128",
    "no_proxy": "localhost",
    "SSL_CERT_FILE": "/certificates.pem",
    "REQUESTS_CA_BUNDLE": "/certificates.pem",
    "NODE_EXTRA_CA_CERTS": "/certificates.pem",
    "npm_config_registry": "https://packages.example/npm",
    "NPM_CONFIG_HTTPS_PROXY": "http://proxy.example:3128",
    "npm_config_https-proxy": "http://proxy.example:3128",
    "npm_config_@scope:registry": "https://packages.example/npm",
    "npm_config_//packages.example/npm/:username": "somebody",
    "npm_config_userconfig": "/home/somebody/.npmrc",
    "DISPLAY": ":0",
    "PATH": "/bin",
}
OWN = """NODE_ENV=production NODE_OPTIONS=--inspect NODE_PATH=/x PIP_USER=1 PIP_TARGET=/x
PIP_PREFIX=/x
PIP_REQUIRE_VIRTUALENV=1 PIP_DRY_RUN=1 PIP_ROOT=/x PIP_PYTHON=/x PIP_CONSTRAINT=/x PYTHONHOME=/x
PYTHONPATH=/x PYTHONSTARTUP=/x PYTHONWARNINGS=error PYTHONOPTIMIZE=2 PYTHONIOENCODING=ascii
PYTHONSAFEPATH=1 npm_config_production=true NPM_CONFIG_OMIT=dev npm_config_global=true
npm_config_dry_run=true npm_config_prefix=/x npm_config_ignore_scripts=true GIT_DIR=/x
GIT_WORK_TREE=/x GIT_INDEX_FILE=/x VIRTUAL_ENV=/x ESBUILD_BINARY_PATH=/x TMPDIR=/nowhere/at/all"""
HOSTILE = dict(pair.split("=", 1) for pair in OWN.split())


def test_how_to_reach_the_network_is_kept() -> None:
    assert surroundings.clean(NETWORK).items() >= NETWORK.items()


@pytest.mark.parametrize("name", HOSTILE)
def test_what_would_change_a_tool_is_dropped(name: str) -> None:
    assert name not in surroundings.clean(HOSTILE)


def test_a_folder_for_what_is_temporary_is_kept_where_it_is_one(tmp_path: Path) -> None:
    assert surroundings.clean({"TMPDIR": str(tmp_path)})["TMPDIR"] == str(tmp_path)


def test_every_tool_gets_the_clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in HOSTILE.items():
        monkeypatch.setenv(name, value)
    shown = "import os, sys; print(*sorted(os.environ)); sys.exit(sys.flags.optimize)"
    done = subprocess.run(
        [sys.executable, "-c", shown], env=commands.environment(), capture_output=True, check=True
    )
    assert set(done.stdout.decode().split()) & set(HOSTILE) == set()


CONFIGURED = [
    "global.index-url='https://first.example/simple'",
    "global.extra-index-url='file:///one\\nfile:///two'",
    "global.user='true'",
    "global.target='/somewhere'",
    "install.index-url='https://second.example/simple'",
    "install.prefix='/somewhere'",
    "download.index-url='https://third.example/simple'",
    ":env:.cert='/certificates.pem'",
    "a line that is none",
]


@pytest.mark.parametrize(("command", "host"), [("install", "second"), ("download", "third")])
def test_of_pips_own_files_only_the_sources_of_packages_count(command: str, host: str) -> None:
    assert pip.sources(CONFIGURED, command) == {
        "PIP_INDEX_URL": f"https://{host}.example/simple",
        "PIP_EXTRA_INDEX_URL": "file:///one\nfile:///two",
        "PIP_CERT": "/certificates.pem",
        "PIP_CONFIG_FILE": os.devnull,
    }


def test_a_package_goes_into_the_environment_whatever_pips_own_file_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "source"
    package.mkdir()
    (package / "pyproject.toml").write_text(
        '[build-system]\nrequires = []\nbackend-path = ["."]\nbuild-backend = "small"\n'
    )
    (package / "small.py").write_text(BACKEND)
    theirs = tmp_path / "pip.conf"
    theirs.write_text(f"[global]\nuser = true\ntarget = {tmp_path / 'elsewhere'}\n")
    for name, value in {**HOSTILE, "PIP_CONFIG_FILE": str(theirs)}.items():
        monkeypatch.setenv(name, value)
    place = tmp_path / "environment"
    commands.run([sys.executable, "-m", "venv", place])
    pip.pip(place / PYTHON.relative_to(venv.VENV), "install", "--quiet", "--no-index", package)
    assert list(place.glob("**/small-1.dist-info"))
    assert not (tmp_path / "elsewhere").exists()


BACKEND = """
import zipfile

def build_wheel(folder, config_settings=None, metadata_directory=None):
    inside = {
        "METADATA": "Metadata-Version: 2.1\\nName: small\\nVersion: 1\\n",
        "WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
        "RECORD": "",
    }
    with zipfile.ZipFile(f"{folder}/small-1-py3-none-any.whl", "w") as wheel:
        for name, text in inside.items():
            wheel.writestr(f"small-1.dist-info/{name}", text)
    return "small-1-py3-none-any.whl"
"""


def test_what_pip_has_put_elsewhere_counts_as_missing() -> None:
    assert venv.absent(["numpy==2.4.3", "flit_core==4.2.0", "check-jsonschema==0.39.0"]) == []
    assert venv.absent(["numpy==2.4.2", "nowhere==1"]) == ["numpy==2.4.2", "nowhere==1"]


def test_what_npm_has_left_out_counts_as_missing(tmp_path: Path) -> None:
    assert node.absent(NPM) == []
    (tmp_path / "package-lock.json").write_bytes((NPM / "package-lock.json").read_bytes())
    assert "node_modules/esbuild" in node.absent(tmp_path)


@pytest.mark.parametrize("key", ["plain", "späße", os.fsdecode(b"/caf\xe9")])
def test_a_stamp_is_read_alike_in_every_locale(tmp_path: Path, key: str) -> None:
    stamps.write(tmp_path / "stamp", key)
    program = (
        "import sys; from pathlib import Path; from builder import stamps;"
        "sys.exit(not stamps.is_current(Path(sys.argv[1]), bytes.fromhex(sys.argv[2])"
        ".decode('utf-8', 'surrogateescape')))"
    )
    odd = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONPATH": str(ROOT)}
    shown = key.encode("utf-8", "surrogateescape").hex()
    subprocess.run(
        [sys.executable, "-c", program, tmp_path / "stamp", shown],
        env={**os.environ, **odd},
        check=True,
    )


def test_a_terminal_that_lacks_a_letter_gets_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", narrow)
    report.say_anything()
    report.say("späße")
    assert narrow.buffer.getvalue() == b"sp\\xe4\\xdfe\n"  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["-1", "70000", "x", "", "8000.0", "٣", "9" * 5000])
def test_a_port_that_is_none_is_refused_before_anything_is_built(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["serve", "--port", text])
    assert "argument --port: must be from 1 to 65535" in capsys.readouterr().err


@pytest.mark.parametrize("port", [0, 1, 8000, options.HIGHEST_PORT])
def test_a_port_that_is_one_is_taken(port: int) -> None:
    assert parser().parse_args(["serve", "--port", str(port)]).port == port


@pytest.mark.parametrize("host", ["nowhere.invalid", "192.0.2.7", "a..b", "", "1.2.3.4.5"])
def test_a_host_that_is_none_is_refused_before_anything_is_built(
    host: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("builder.site.build", lambda: pytest.fail("built"))
    assert main(["serve", "--host", host]) == 1
    assert f"not {host or 'empty'}\n" in capsys.readouterr().out


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise OSError(30, "Read-only file system", "/tree/dist")

    monkeypatch.setattr("builder.site.build", refuse)
    assert main(["build"]) == 1
    assert capsys.readouterr().out == "Error: [Errno 30] Read-only file system: '/tree/dist'\n"


def test_the_command_finds_its_own_modules_under_any_settings(tmp_path: Path) -> None:
    (tmp_path / "builder").mkdir()
    (tmp_path / "builder" / "__init__.py").write_text("raise SystemExit('not this one')")
    odd = {"PYTHONSAFEPATH": "1", "PYTHONPATH": str(tmp_path), "PYTHONWARNINGS": "error"}
    done = subprocess.run(
        [sys.executable, ROOT / "build.py", "--help"],
        env={**os.environ, **odd},
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
