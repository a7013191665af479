"""Pyodide's files, with a lock file that knows of our NumPy and of binadd only."""

import json
from pathlib import Path
from typing import Any

from builder import digests, image, repack

CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
STDLIB = "python_stdlib.zip"
LOCK = "pyodide-lock.json"


def read_lock(folder: Path) -> dict[str, Any]:
    """Return Pyodide's own lock file: `info`, and `packages` by name."""
    lock: dict[str, Any] = json.loads((folder / LOCK).read_text(encoding="utf-8"))
    return lock


def files(folder: Path, numpy: Path, binadd: Path, imaged: bool = True) -> dict[str, Path | bytes]:
    """Return name -> file (or content) of dist/pyodide/, from Pyodide's folder and two wheels.

    imaged: with an image of Python's memory, from which pages start
    """
    stdlib = repack.ensure(folder / STDLIB, repack.STDLIB, folder)
    numpy = repack.ensure(numpy, repack.PACKAGES, folder)
    binadd = repack.ensure(binadd, repack.PACKAGES, folder, repack.KEEP_SOURCES)
    lock = trimmed_lock(read_lock(folder), numpy, binadd)
    archives = {archive.name: archive for archive in (stdlib, numpy, binadd)}
    if imaged:
        made = image.ensure(folder, stdlib, (numpy, binadd))
        lock |= {"image": image.told(made), "stdlib": _archive(stdlib)}
        archives[made.name] = made
    text = json.dumps(lock, indent=1, sort_keys=True)
    return {**{name: folder / name for name in CORE}, **archives, LOCK: f"{text}\n".encode()}


def _archive(file: Path) -> dict[str, str]:
    """Describe a file as the lock does."""
    return {"file_name": file.name, "sha256": digests.of_file(file)}


def trimmed_lock(lock: dict[str, Any], numpy: Path, binadd: Path) -> dict[str, Any]:
    """Keep NumPy of all the packages, with our digest of it, and add our own wheel."""
    ours = {**lock["packages"]["numpy"], "sha256": digests.of_file(numpy)}
    packages = {"numpy": ours, "binadd": _binadd_entry(binadd)}
    return {"info": lock["info"], "packages": packages}


def _binadd_entry(wheel: Path) -> dict[str, Any]:
    """Describe our wheel as Pyodide's lock describes its packages."""
    return {
        "name": "binadd",
        "version": wheel.name.split("-")[1],
        **_archive(wheel),
        "install_dir": "site",
        "package_type": "package",
        "imports": ["binadd"],
        "depends": ["numpy"],
        "unvendored_tests": False,
    }
