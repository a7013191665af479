"""The wheel of our own package, the same bytes for the same source."""

from pathlib import Path

from builder import digests, stamps, venv
from builder.commands import run
from builder.places import ROOT, WHEELS
from builder.report import say

MOMENT = "1577836800"  # the date inside the wheel: 2020-01-01, so that the clock leaves no trace
BUILD = "import sys; from flit_core.buildapi import build_wheel; build_wheel(sys.argv[1])"


def ensure(folder: Path = WHEELS) -> Path:
    """Return the wheel of binadd, built again if its source has changed."""
    stamp = folder / "binadd.stamp"
    key = digests.of_parts([*venv.pins("build"), *_sources()])
    if not (stamps.is_current(stamp, key) and _built(folder)):
        say("Building the binadd wheel")
        build(folder)
        stamps.write(stamp, key)
    return _built(folder)[0]


def build(folder: Path) -> Path:
    """Build the wheel into a folder, without network, and return it."""
    for old in _built(folder):
        old.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    run([venv.ensure("build"), "-c", BUILD, folder], extra={"SOURCE_DATE_EPOCH": MOMENT})
    return _built(folder)[0]


def _built(folder: Path) -> list[Path]:
    """Return the wheels of binadd in a folder: none or one."""
    return list(folder.glob("binadd-*.whl"))


def _sources() -> list[Path]:
    """Return every file that the wheel is made from."""
    package = [*sorted((ROOT / "binadd").rglob("*.py")), ROOT / "binadd" / "py.typed"]
    about = [ROOT / name for name in ("pyproject.toml", "PACKAGE.md", "LICENSE")]
    return [*package, *(file for file in about if file.is_file())]
