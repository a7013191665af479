"""The virtual environment in the cache, with the packages pinned in pyproject.toml."""

import os
import re
import shutil
import sys
import tomllib
from pathlib import Path

from builder import digests, stamps
from builder.commands import run
from builder.pip import pip
from builder.places import PYTHON, ROOT, VENV
from builder.report import BuildError, say

MADE = VENV / "made.stamp"
PACKAGES = "Lib/site-packages" if os.name == "nt" else "lib/python*/site-packages"
BUSY = VENV / "busy"  # stands while pip works: found at the start, it means pip was cut off


def pins(group: str) -> list[str]:
    """Return the requirements of one dependency group of pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return list(project["dependency-groups"][group])


def ensure(*groups: str) -> Path:
    """Make sure these groups are installed; return the environment's Python."""
    if BUSY.exists() or not PYTHON.exists() or not stamps.is_current(MADE, _base()):
        _make()
    missing = [group for group in groups if not _is_installed(group)]
    if missing:
        _install(missing)
    return PYTHON


def _is_installed(group: str) -> bool:
    """Tell whether a group was installed, and whether it is still, or really, there."""
    return stamps.is_current(_stamp(group), _key(group)) and not absent(pins(group))


def absent(wanted: list[str]) -> list[str]:
    """Return those of some pins that the environment does not hold, whatever pip has said."""
    held = {
        _normal(folder.name.removesuffix(".dist-info"))
        for folder in VENV.glob(f"{PACKAGES}/*.dist-info")
    }
    return [pin for pin in wanted if _normal(pin) not in held]


def _normal(pin: str) -> str:
    """Return name-version as all spellings of a package have it: `A_b==1.0` is `a-b-1-0`."""
    return re.sub(r"[-_.=]+", "-", pin).lower()


def _base() -> str:
    """Name the Python the environment was made from: another one needs another environment."""
    return f"{sys.version} {sys.base_prefix} {VENV}"


def _stamp(group: str) -> Path:
    """Return the stamp of an installed group."""
    return VENV / f"{group}.stamp"


def _key(group: str) -> str:
    """Return what the stamp must say."""
    return digests.of_parts(pins(group))


def _make() -> None:
    """Make the environment from nothing."""
    say(f"Making a virtual environment in {VENV}")
    shutil.rmtree(VENV, ignore_errors=True)
    run([sys.executable, "-m", "venv", VENV])
    stamps.write(MADE, _base())


def _install(groups: list[str]) -> None:
    """Install the pins of some groups; stamp them when pip is through."""
    wanted = [pin for group in groups for pin in pins(group)]
    say(f"Installing {', '.join(wanted)}")
    BUSY.touch()
    pip(PYTHON, "install", "--quiet", *wanted)
    if lacking := absent(wanted):
        raise BuildError(f"pip has not put {', '.join(lacking)} into {VENV}")
    BUSY.unlink()
    for group in groups:
        stamps.write(_stamp(group), _key(group))
