"""NumPy for WebAssembly: Pyodide's lock file names the digest, any source may bring the file."""

import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

from builder import digests, download, stamps, venv
from builder.pip import pip
from builder.places import CACHE, WHEELS
from builder.report import BuildError, say

CDN = "https://cdn.jsdelivr.net/pyodide/v314.0.4/full/"

# A Python package that carries the same Pyodide release, for where the CDN is out of reach.
CARRIER = "open-webui==0.12.4"
INSIDE_CARRIER = "open_webui/frontend/pyodide/"
PIP_OPTIONS = (
    "--no-deps",
    "--no-cache-dir",
    "--only-binary=:all:",
    "--python-version=3.12",  # pip refuses the carrier for newer ones; we only want a file in it
)

Source = Callable[[str, Path], None]  # (file name, where to put it), raises BuildError


def ensure(entry: dict[str, str], folder: Path = WHEELS) -> Path:
    """Return the wheel that NumPy's entry in Pyodide's lock describes, fetched if need be."""
    name, digest = entry["file_name"], entry["sha256"]
    wheel = folder / name
    if wheel.is_file() and digests.of_file(wheel) == digest:
        return wheel
    return fetch(name, digest, folder, (from_cdn, from_carrier))


def fetch(name: str, digest: str, folder: Path, sources: tuple[Source, ...]) -> Path:
    """Ask one source after the other; take the first file whose digest is right."""
    unchecked = folder / f"{name}.unchecked"
    for source in sources:
        try:
            source(name, unchecked)
            digests.check(unchecked, name, digest)
        except BuildError as error:
            say(f"  {error}")
        else:
            os.replace(unchecked, folder / name)
            return folder / name
    unchecked.unlink(missing_ok=True)
    raise BuildError(f"no source has {name} with sha256 {digest}")


def from_cdn(name: str, target: Path) -> None:
    """Fetch the wheel from the Pyodide project's own CDN."""
    say(f"Fetching {name} from Pyodide's CDN")
    download.fetch(CDN + name, target)


def from_carrier(name: str, target: Path) -> None:
    """Fetch the carrier package by name with pip, and keep only the wheel in it."""
    say(f"Fetching {name} inside the Python package {CARRIER} (106 MB, once)")
    folder = CACHE / "carrier"
    shutil.rmtree(folder, ignore_errors=True)  # what a run that was cut off has left
    pip(venv.ensure(), "download", *PIP_OPTIONS, "--dest", folder, CARRIER)
    stamps.replace(target, _member(next(folder.glob("*.whl")), INSIDE_CARRIER + name))
    shutil.rmtree(folder)


def _member(archive: Path, name: str) -> bytes:
    """Read one file of a zip archive."""
    try:
        with zipfile.ZipFile(archive) as opened:
            return opened.read(name)
    except (KeyError, zipfile.BadZipFile) as error:
        raise BuildError(f"{archive.name} has no readable {name}") from error
